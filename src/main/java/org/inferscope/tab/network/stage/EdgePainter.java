package org.inferscope.tab.network.stage;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import org.inferscope.model.network.Ablations;
import org.inferscope.model.network.Network;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.paint.Pen;
import org.inferscope.ui.theme.Palette;
import org.inferscope.ui.theme.Role;
import org.jspecify.annotations.Nullable;

/**
 * Paints weights as lines between columns: coral above zero, teal below, stronger ones wider and
 * fuller. The lines are kept as a picture, at rest and stepped back, so that a frame in which only
 * numbers change copies it. Event thread.
 */
final class EdgePainter {
  private static final double WIDEST_LIT = 3.8;
  private static final double RIM = 2.5;
  private static final double DASHED = 1.4;

  /** Lines are cut off so far outside the ground, in pixels. */
  private static final double MARGIN = 40;

  /** What the picture depends on; the colours stand for the theme. */
  private record Content(
      StageLayout layout,
      List<Optional<EdgeSketch>> edges,
      Ablations off,
      double scale,
      Color background,
      Color coral) {}

  /** A picture of all weights, and one with the lit ones over them. */
  private static final class Kept {
    private @Nullable Content content;
    private LineRaster all = new LineRaster(1, 1);
    private LineRaster lit = new LineRaster(1, 1);
    private BufferedImage image = all.image();

    void fit(int width, int height) {
      if (!all.hasSize(width, height)) {
        all = new LineRaster(width, height);
        lit = new LineRaster(width, height);
        image = all.image();
      }
    }
  }

  private final Brush brush;
  private final Pen pen;
  private final Kept plain = new Kept();
  private final Kept faded = new Kept();

  EdgePainter(Brush brush) {
    this.brush = brush;
    pen = new Pen(brush);
  }

  /**
   * All weights, and where somebody is on a unit its own in full colour.
   *
   * @param scale device pixels of a pixel of user space
   */
  void paint(Scene scene, boolean fades, double scale) {
    StageLayout layout = scene.layout();
    Kept kept = fades ? faded : plain;
    Content wanted =
        new Content(
            layout, scene.edges(), scene.off(), scale, Palette.background(), Role.ROW.fill());
    int top = (int) Math.rint(layout.ground().y() * scale);
    int height = (int) Math.rint(layout.ground().bottom() * scale) - top;
    int width = (int) Math.rint(layout.spec().width() * scale);
    if (!wanted.equals(kept.content)) {
      kept.fit(width, height);
      kept.all.fill(Palette.background().getRGB());
      EdgeLines lines = new EdgeLines(kept.all, scene, scale, top);
      lines.all(fades);
      kept.all.write(kept.image);
      kept.content = wanted;
    }
    if (fades) {
      kept.lit.copy(kept.all);
      lit(scene, new EdgeLines(kept.lit, scene, scale, top));
      kept.lit.write(kept.image);
    }
    brush.pixels(kept.image, new Box(0, top / scale, width / scale, height / scale));
    brush.within(layout.ground(), () -> over(scene, fades));
  }

  private static void lit(Scene scene, EdgeLines lines) {
    if (scene.light().target() instanceof Ablations.Unit unit && scene.trace().isPresent()) {
      lines.of(scene.trace().get().network(), unit);
    }
  }

  /** The few lines that look different: those that are off, and the one somebody is on. */
  private void over(Scene scene, boolean fades) {
    StageLayout layout = scene.layout();
    scene.off().links().forEach(link -> off(layout, link));
    if (fades
        && scene.trace().isPresent()
        && scene.light().target() instanceof Ablations.Link link) {
      link(scene, scene.trace().get().network(), link);
    }
  }

  private void link(Scene scene, Network network, Ablations.Link link) {
    StageLayout layout = scene.layout();
    double[] ends = new double[4];
    if (!isInside(layout, link) || !ends(ends, layout, link.layer(), link.j(), link.i())) {
      return;
    }
    float weight = network.layer(link.layer()).w().get(link.i(), link.j());
    double width = layout.spec().px(WIDEST_LIT);
    if (scene.off().hasLink(link.layer(), link.i(), link.j())) {
      dashed(ends, width);
    } else {
      pen.segments(ends, Palette.background(), width + layout.spec().px(RIM));
      pen.segments(ends, weight < 0 ? Role.COLUMN.ink() : Role.ROW.ink(), width);
    }
  }

  private void off(StageLayout layout, Ablations.Link link) {
    double[] ends = new double[4];
    if (isInside(layout, link) && ends(ends, layout, link.layer(), link.j(), link.i())) {
      dashed(ends, layout.spec().px(DASHED));
    }
  }

  private static boolean isInside(StageLayout layout, Ablations.Link link) {
    return link.layer() + 1 < layout.columns().size()
        && link.i() < layout.column(link.layer() + 1).units()
        && link.j() < layout.column(link.layer()).units();
  }

  private void dashed(double[] ends, double width) {
    double[] from = {ends[0], ends[1]};
    double[] to = {ends[2], ends[3]};
    pen.dashed(from, to, Palette.muted(), width);
  }

  /**
   * Writes the two ends of a line, cut off above and below the ground.
   *
   * @return whether any part of the line is in sight
   */
  static boolean ends(double[] to, StageLayout layout, int l, int from, int into) {
    Column a = layout.column(l);
    Column b = layout.column(l + 1);
    Box ground = layout.ground();
    double top = ground.y() - MARGIN;
    double bottom = ground.bottom() + MARGIN;
    double y1 = a.y(from);
    double y2 = b.y(into);
    if (Math.max(y1, y2) < top || Math.min(y1, y2) > bottom) {
      return false;
    }
    double slope = y2 == y1 ? 0 : (b.in() - a.out()) / (y2 - y1);
    double held1 = Math.max(top, Math.min(bottom, y1));
    double held2 = Math.max(top, Math.min(bottom, y2));
    to[0] = a.out() + (held1 - y1) * slope;
    to[1] = held1;
    to[2] = b.in() + (held2 - y2) * slope;
    to[3] = held2;
    return true;
  }
}
