package org.inferscope.tab.network.views;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.RoundRectangle2D;
import javax.swing.JComponent;
import org.inferscope.ui.paint.Canvas;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;

/** The ring inside the edge of a view that has the keyboard. Event thread. */
final class FocusRing {
  private static final float WIDTH = 2;

  private FocusRing() {}

  static void paint(Graphics2D graphics, JComponent view) {
    if (!view.isFocusOwner()) {
      return;
    }
    Graphics2D g = Canvas.of(graphics);
    float width = Metrics.px(WIDTH);
    float arc = Metrics.px((float) Metrics.RADIUS);
    g.setColor(Palette.accent());
    g.setStroke(new BasicStroke(width));
    g.draw(
        new RoundRectangle2D.Float(
            width, width, view.getWidth() - 2 * width, view.getHeight() - 2 * width, arc, arc));
    g.dispose();
  }
}
