package org.inferscope.app.devices;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import javax.swing.Icon;
import org.inferscope.ui.paint.Canvas;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;

/**
 * How a device stands, as a dot that differs in shape, too: full, ring, open ring, half, struck.
 */
record StandingDot(Standing standing) implements Icon {
  private static final int SIZE = 10;
  private static final float LINE = 1.5f;

  @Override
  public void paintIcon(Component c, Graphics graphics, int x, int y) {
    Graphics2D g = Canvas.of(graphics);
    float line = Metrics.px(LINE);
    float size = getIconWidth() - line;
    g.translate(x + line / 2, y + line / 2);
    g.setColor(color());
    g.setStroke(new BasicStroke(line, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    Ellipse2D circle = new Ellipse2D.Float(0, 0, size, size);
    switch (standing) {
      case IN_USE -> {
        g.fill(circle);
        g.draw(circle);
      }
      case READY -> {
        g.draw(circle);
        g.fill(new Ellipse2D.Float(size * 0.3f, size * 0.3f, size * 0.4f, size * 0.4f));
      }
      case FOUND -> g.draw(circle);
      case LOADING -> {
        g.draw(circle);
        g.fill(new Arc2D.Float(0, 0, size, size, 90, -180, Arc2D.PIE));
      }
      case UNUSABLE -> {
        g.draw(new Line2D.Float(0, 0, size, size));
        g.draw(new Line2D.Float(0, size, size, 0));
      }
    }
    g.dispose();
  }

  private Color color() {
    return switch (standing) {
      case IN_USE, READY -> Palette.ok();
      case FOUND -> Palette.muted();
      case LOADING -> Palette.warning();
      case UNUSABLE -> Palette.error();
    };
  }

  @Override
  public int getIconWidth() {
    return Metrics.px(SIZE);
  }

  @Override
  public int getIconHeight() {
    return Metrics.px(SIZE);
  }
}
