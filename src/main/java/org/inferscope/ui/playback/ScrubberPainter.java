package org.inferscope.ui.playback;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;

/** Paints the scrubber: a track, what has been played, ticks for output elements, the thumb. */
final class ScrubberPainter {
  private static final float TRACK = 4;
  private static final float TICK_HALF = 7;

  private ScrubberPainter() {}

  static void paint(
      Graphics2D g, ScrubberLayout layout, PlaybackModel model, boolean focused, boolean hover) {
    double at = layout.xOf(model.progress());
    bar(g, layout, layout.right(), Palette.cellBorder());
    for (int mark : layout.visible(model.elementMarks())) {
      tick(g, layout, mark, mark <= model.position());
    }
    if (layout.steps() > 0) {
      bar(g, layout, at, Palette.accent());
      thumb(g, at, layout.middle(), focused, hover);
    }
  }

  private static void bar(Graphics2D g, ScrubberLayout layout, double until, Color color) {
    double thick = Metrics.px(TRACK);
    g.setColor(color);
    g.fill(
        new RoundRectangle2D.Double(
            layout.left(),
            layout.middle() - thick / 2,
            Math.max(0, until - layout.left()),
            thick,
            thick,
            thick));
  }

  private static void tick(Graphics2D g, ScrubberLayout layout, int mark, boolean done) {
    double x = layout.xOf(mark);
    double half = Metrics.px(TICK_HALF);
    g.setColor(done ? Palette.accent() : Palette.muted());
    g.setStroke(new BasicStroke(Metrics.px(1.5f), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(new Line2D.Double(x, layout.middle() - half, x, layout.middle() + half));
  }

  private static void thumb(Graphics2D g, double x, double y, boolean focused, boolean hover) {
    double size = Metrics.px((float) ScrubberLayout.THUMB);
    if (focused) {
      double ring = size + Metrics.px(6f);
      g.setColor(Palette.accentSoft());
      g.fill(new Ellipse2D.Double(x - ring / 2, y - ring / 2, ring, ring));
      g.setColor(Palette.accent());
      g.setStroke(new BasicStroke(Metrics.px(1f)));
      g.draw(new Ellipse2D.Double(x - ring / 2, y - ring / 2, ring, ring));
    }
    g.setColor(Palette.accent());
    g.fill(new Ellipse2D.Double(x - size / 2, y - size / 2, size, size));
    double core = size - Metrics.px(hover ? 5f : 6f);
    g.setColor(Palette.card());
    g.fill(new Ellipse2D.Double(x - core / 2, y - core / 2, core, core));
  }
}
