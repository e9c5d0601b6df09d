package org.inferscope.app.window;

import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import javax.swing.JMenuItem;
import org.inferscope.ui.action.AppAction;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;

/** The shortcut at the right of a menu item. */
final class ShortcutText {
  private static final int GAP = 28;
  private static final int MARGIN = 14;

  private final String words;

  ShortcutText(AppAction action) {
    words = action.shortcut().orElse("");
  }

  /** The size of an item with room for the shortcut. */
  Dimension widen(JMenuItem item, Dimension size) {
    if (!words.isEmpty()) {
      FontMetrics metrics = item.getFontMetrics(item.getFont());
      size.width += metrics.stringWidth(words) + Metrics.px(GAP);
    }
    return size;
  }

  void paint(JMenuItem item, Graphics g) {
    Graphics2D g2 = (Graphics2D) g.create();
    g2.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g2.setFont(item.getFont());
    g2.setColor(Palette.muted());
    FontMetrics metrics = g2.getFontMetrics();
    int x = item.getWidth() - metrics.stringWidth(words) - Metrics.px(MARGIN);
    g2.drawString(words, x, (item.getHeight() + metrics.getAscent() - metrics.getDescent()) / 2);
    g2.dispose();
  }
}
