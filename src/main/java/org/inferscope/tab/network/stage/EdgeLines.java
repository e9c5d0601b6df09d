package org.inferscope.tab.network.stage;

import java.awt.Color;
import org.inferscope.model.network.Ablations;
import org.inferscope.model.network.Network;
import org.inferscope.ui.paint.Tones;
import org.inferscope.ui.theme.Palette;
import org.inferscope.ui.theme.Role;

/** Draws sketches of weights into a picture of the ground. For one picture, on its thread. */
final class EdgeLines {
  /** Colours are told apart in so many steps. */
  private static final int STEPS = 32;

  private static final double THINNEST = 0.6;
  private static final double WIDEST = 2.6;
  private static final double FAINTEST = 0.12;

  /** What is left of the colour of weights that step back. */
  private static final double FADED = 0.3;

  /** How much of the strength that all drawn weights share is left out of account. */
  private static final double LEAST_SHARE = 0.96;

  /** Lines in a gap narrower than this, unscaled, are thinner. */
  private static final double ROOMY = 60;

  private static final double NARROW = 0.4;

  private final LineRaster raster;
  private final Scene scene;
  private final double scale;
  private final double top;
  private final double[] ends = new double[4];

  /**
   * Lines for a scene.
   *
   * @param scale device pixels of a pixel of user space
   * @param top device pixels above the picture
   */
  EdgeLines(LineRaster raster, Scene scene, double scale, double top) {
    this.raster = raster;
    this.scene = scene;
    this.scale = scale;
    this.top = top;
  }

  /** All weights; those of layers whose sketch is still to come are left out. */
  void all(boolean fades) {
    int columns = scene.layout().columns().size();
    for (int l = 0; l < scene.edges().size(); l++) {
      if (scene.edges().get(l).isPresent() && isInSight(l)) {
        EdgeSketch sketch = scene.edges().get(l).get();
        lines(l, sketch, EdgeBudget.of(sketch, columns), fades ? FADED : 1);
      }
    }
  }

  private boolean isInSight(int l) {
    StageLayout layout = scene.layout();
    return layout.column(l).out() < layout.spec().width() && layout.column(l + 1).in() > 0;
  }

  /** The weights to and from a unit. */
  void of(Network network, Ablations.Unit unit) {
    int c = unit.column();
    if (c > network.depth() || unit.i() >= network.width(c)) {
      return;
    }
    if (c > 0) {
      EdgeSketch in = EdgeSketch.into(network.layer(c - 1).linear(), unit.i());
      lines(c - 1, in, in.count(), 1);
    }
    if (c < network.depth()) {
      EdgeSketch out = EdgeSketch.outOf(network.layer(c).linear(), unit.i());
      lines(c, out, out.count(), 1);
    }
  }

  /** Lines of a sketch, the weakest first. */
  private void lines(int l, EdgeSketch sketch, int count, double part) {
    int[] coral = colours(Role.ROW.fill(), part);
    int[] teal = colours(Role.COLUMN.fill(), part);
    // Where only the strongest are drawn, the weakest of them is the faint one.
    boolean some = count > 0 && count < sketch.total();
    double least = some ? LEAST_SHARE * sketch.strength(count - 1) : 0;
    StageLayout layout = scene.layout();
    double gap = layout.column(l + 1).in() - layout.column(l).out();
    double roomy = Math.max(NARROW, Math.min(1, gap / layout.spec().px(ROOMY)));
    double widest = WIDEST * roomy;
    for (int k = count - 1; k >= 0; k--) {
      float weight = sketch.weight(k);
      boolean off = scene.off().hasLink(l, sketch.to(k), sketch.from(k));
      if (weight != 0 && !off && EdgePainter.ends(ends, layout, l, sketch.from(k), sketch.to(k))) {
        double strength = (sketch.strength(k) - least) / (1 - least);
        int step = (int) Math.min(STEPS - 1, strength * STEPS);
        line(
            layout.spec().px(THINNEST + (widest - THINNEST) * strength),
            weight < 0 ? teal[step] : coral[step]);
      }
    }
  }

  private static int[] colours(Color full, double part) {
    int[] colours = new int[STEPS];
    for (int step = 0; step < STEPS; step++) {
      double share = part * (FAINTEST + (1 - FAINTEST) * step / (STEPS - 1));
      colours[step] = Tones.mixed(Palette.background(), full, share).getRGB();
    }
    return colours;
  }

  private void line(double width, int rgb) {
    raster.line(
        ends[0] * scale,
        ends[1] * scale - top,
        ends[2] * scale,
        ends[3] * scale - top,
        width * scale,
        rgb);
  }
}
