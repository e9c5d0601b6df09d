package org.inferscope.app.window;

import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import javax.swing.Icon;
import org.inferscope.compute.DeviceStatus;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;

/** A dot that shows a device's state: full for ready, a ring for one that stands in for another. */
record StateDot(DeviceStatus status) implements Icon {
  private static final int SIZE = 8;

  @Override
  public void paintIcon(Component c, Graphics g, int x, int y) {
    Graphics2D g2 = (Graphics2D) g.create();
    g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    boolean fine = status.isReady() && status.reason().isEmpty();
    g2.setColor(fine ? Palette.ok() : Palette.warning());
    int size = getIconWidth();
    g2.fillOval(x, y, size, size);
    if (!fine) {
      int inset = Math.max(1, Metrics.px(2));
      g2.setColor(Palette.background());
      g2.fillOval(x + inset, y + inset, size - 2 * inset, size - 2 * inset);
    }
    g2.dispose();
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
