package org.inferscope.tab.network.stage;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.inferscope.model.network.Ablations;
import org.inferscope.model.network.Network;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.paint.Pen;
import org.inferscope.ui.paint.Tones;
import org.inferscope.ui.theme.Palette;
import org.inferscope.ui.theme.Role;

/**
 * Paints weights as lines between columns: coral above zero, teal below, stronger ones wider and
 * fuller. Event thread.
 */
final class EdgePainter {
  /** Strengths are told apart in so many steps; lines of one step are painted together. */
  private static final int STEPS = 8;

  private static final double THINNEST = 0.6;
  private static final double WIDEST = 2.6;
  private static final double FAINTEST = 0.12;

  /** How much of the strength that all drawn weights share is left out of account. */
  private static final double LEAST_SHARE = 0.96;

  /** What is left of the colour of weights that step back. */
  private static final double FADED = 0.3;

  /** Lines are cut off so far outside the ground, in pixels. */
  private static final double MARGIN = 40;

  private final Pen pen;
  private final Brush brush;

  EdgePainter(Brush brush) {
    this.brush = brush;
    pen = new Pen(brush);
  }

  /** All weights; those of layers whose sketch is still to come are left out. */
  void all(StageLayout layout, List<Optional<EdgeSketch>> edges, Ablations off, boolean faded) {
    brush.within(
        layout.ground(),
        () -> {
          for (int l = 0; l < edges.size(); l++) {
            int before = l;
            edges.get(l).ifPresent(sketch -> gap(layout, before, sketch, off, faded));
          }
          off.links().forEach(link -> off(layout, link));
        });
  }

  private void gap(StageLayout layout, int l, EdgeSketch sketch, Ablations off, boolean faded) {
    if (isInSight(layout, l)) {
      int count = EdgeBudget.of(sketch, layout.columns().size());
      lines(layout, l, sketch, count, off, faded ? FADED : 1);
    }
  }

  private static boolean isInSight(StageLayout layout, int l) {
    return layout.column(l).out() < layout.spec().width() && layout.column(l + 1).in() > 0;
  }

  /** The weights to and from a unit, or one weight, in full colour. */
  void lit(Scene scene, Network network) {
    brush.within(
        scene.layout().ground(),
        () -> {
          if (scene.light().target() instanceof Ablations.Link link) {
            link(scene, network, link);
          } else {
            unit(scene, network, (Ablations.Unit) scene.light().target());
          }
        });
  }

  private void unit(Scene scene, Network network, Ablations.Unit unit) {
    int c = unit.column();
    if (c > 0) {
      EdgeSketch in = EdgeSketch.into(network.layer(c - 1).linear(), unit.i());
      lines(scene.layout(), c - 1, in, in.count(), scene.off(), 1);
    }
    if (c < network.depth()) {
      EdgeSketch out = EdgeSketch.outOf(network.layer(c).linear(), unit.i());
      lines(scene.layout(), c, out, out.count(), scene.off(), 1);
    }
  }

  private void link(Scene scene, Network network, Ablations.Link link) {
    float weight = network.layer(link.layer()).w().get(link.i(), link.j());
    double[] ends = new double[4];
    StageLayout layout = scene.layout();
    boolean shown = ends(ends, 0, layout, link.layer(), link.j(), link.i()) > 0;
    if (!shown) {
      return;
    }
    double width = layout.spec().px(WIDEST + 1.2);
    if (scene.off().hasLink(link.layer(), link.i(), link.j())) {
      dashed(ends, width);
    } else {
      pen.segments(ends, Palette.background(), width + layout.spec().px(2.5));
      pen.segments(ends, weight < 0 ? Role.COLUMN.ink() : Role.ROW.ink(), width);
    }
  }

  /** Lines of a sketch, the weakest first. */
  private void lines(
      StageLayout layout, int l, EdgeSketch sketch, int count, Ablations off, double part) {
    double[][] ends = new double[2 * STEPS][];
    int[] used = new int[2 * STEPS];
    // Where only the strongest are drawn, the weakest of them is the faint one.
    double least = count > 0 && count < sketch.total() ? LEAST_SHARE * sketch.strength(count - 1) : 0;
    for (int k = 0; k < count; k++) {
      if (sketch.weight(k) == 0 || off.hasLink(l, sketch.to(k), sketch.from(k))) {
        continue;
      }
      int step = Math.min(STEPS - 1, (int) ((sketch.strength(k) - least) / (1 - least) * STEPS));
      int at = sketch.weight(k) < 0 ? 2 * step : 2 * step + 1;
      double[] to = ends[at] == null ? new double[4 * count] : ends[at];
      ends[at] = to;
      used[at] += ends(to, used[at], layout, l, sketch.from(k), sketch.to(k));
    }
    for (int at = 0; at < ends.length; at++) {
      if (used[at] > 0) {
        double strength = (at / 2 + 0.5) / STEPS;
        Color full = at % 2 == 0 ? Role.COLUMN.fill() : Role.ROW.fill();
        double share = part * (FAINTEST + (1 - FAINTEST) * strength);
        Color color = Tones.mixed(Palette.background(), full, share);
        double width = layout.spec().px(THINNEST + (WIDEST - THINNEST) * strength);
        pen.segments(Arrays.copyOf(ends[at], used[at]), color, width);
      }
    }
  }

  private void off(StageLayout layout, Ablations.Link link) {
    double[] ends = new double[4];
    boolean inside = link.layer() + 1 < layout.columns().size();
    if (inside && ends(ends, 0, layout, link.layer(), link.j(), link.i()) > 0) {
      dashed(ends, layout.spec().px(1.4));
    }
  }

  private void dashed(double[] ends, double width) {
    double[] from = {ends[0], ends[1]};
    double[] to = {ends[2], ends[3]};
    pen.dashed(from, to, Palette.muted(), width);
  }

  /**
   * Writes the ends of a line, cut off above and below the ground.
   *
   * @return how many numbers were written: 4, or 0 where no part of the line is in sight
   */
  static int ends(double[] to, int at, StageLayout layout, int l, int from, int into) {
    Column a = layout.column(l);
    Column b = layout.column(l + 1);
    Box ground = layout.ground();
    double top = ground.y() - MARGIN;
    double bottom = ground.bottom() + MARGIN;
    double y1 = a.y(from);
    double y2 = b.y(into);
    if (Math.max(y1, y2) < top || Math.min(y1, y2) > bottom) {
      return 0;
    }
    double slope = y2 == y1 ? 0 : (b.in() - a.out()) / (y2 - y1);
    double held1 = Math.max(top, Math.min(bottom, y1));
    double held2 = Math.max(top, Math.min(bottom, y2));
    to[at] = a.out() + (held1 - y1) * slope;
    to[at + 1] = held1;
    to[at + 2] = b.in() + (held2 - y2) * slope;
    to[at + 3] = held2;
    return 4;
  }
}
