package org.inferscope.ui.grid;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.RoundRectangle2D;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;

/** Paints the frame around the selected cells, and a veil over those that typing will not go to. */
final class SelectionPainter {
  private static final int VEIL_ALPHA = 40;

  private SelectionPainter() {}

  static void paint(Graphics2D g, Rectangle area, Rectangle lead, boolean single) {
    Color accent = Palette.accent();
    if (!single) {
      g.setColor(new Color(accent.getRed(), accent.getGreen(), accent.getBlue(), VEIL_ALPHA));
      g.fill(area);
      frame(g, lead, accent, 1);
    }
    frame(g, area, accent, 2);
  }

  private static void frame(Graphics2D g, Rectangle area, Color color, float thick) {
    float line = Metrics.px(thick);
    float arc = Metrics.px(6f);
    g.setColor(color);
    g.setStroke(new BasicStroke(line));
    g.draw(
        new RoundRectangle2D.Float(
            area.x + line / 2, area.y + line / 2, area.width - line, area.height - line, arc, arc));
  }
}
