package org.inferscope.ui.control;

import java.awt.BasicStroke;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.awt.geom.RoundRectangle2D;
import javax.swing.JComponent;
import org.inferscope.ui.paint.Canvas;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;

/** The ring inside the edge of a painted component that has the keyboard. Event thread. */
public final class FocusOutline {
  private static final float WIDTH = 1.5f;

  private FocusOutline() {}

  /** Repaints the component whenever the keyboard comes or goes. */
  public static void follow(JComponent component) {
    component.addFocusListener(
        new FocusListener() {
          @Override
          public void focusGained(FocusEvent event) {
            component.repaint();
          }

          @Override
          public void focusLost(FocusEvent event) {
            component.repaint();
          }
        });
  }

  /** Paints the ring if the component has the keyboard. */
  public static void paint(Graphics graphics, JComponent component) {
    if (!component.isFocusOwner()) {
      return;
    }
    Graphics2D g = Canvas.of(graphics);
    g.setColor(Palette.accent());
    g.setStroke(new BasicStroke(Metrics.px(WIDTH)));
    float arc = Metrics.px(2f * Metrics.RADIUS);
    g.draw(
        new RoundRectangle2D.Float(
            1, 1, component.getWidth() - 2f, component.getHeight() - 2f, arc, arc));
    g.dispose();
  }
}
