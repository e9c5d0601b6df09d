package org.inferscope.ui.inspector;

import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import javax.swing.JLabel;
import org.inferscope.ui.paint.Canvas;
import org.inferscope.ui.paint.TextLines;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Palette;

/** A number in the largest type that fits the width. */
final class FitLabel extends JLabel {
  private static final float LARGEST = 30;
  private static final float SMALLEST = 13;

  @Override
  public Dimension getPreferredSize() {
    FontMetrics metrics = getFontMetrics(Fonts.mono(LARGEST));
    return new Dimension(metrics.stringWidth(getText()) + 2, metrics.getHeight());
  }

  @Override
  public Dimension getMinimumSize() {
    return new Dimension(1, getPreferredSize().height);
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = Canvas.of(graphics);
    Font font = fitting();
    FontMetrics metrics = g.getFontMetrics(font);
    g.setFont(font);
    g.setColor(Palette.text());
    int y = (getHeight() - metrics.getHeight()) / 2 + metrics.getAscent();
    g.drawString(TextLines.cut(getText(), metrics, getWidth()), 0, y);
    g.dispose();
  }

  private Font fitting() {
    float size = LARGEST;
    while (size > SMALLEST
        && getFontMetrics(Fonts.mono(size)).stringWidth(getText()) > getWidth()) {
      size -= 1;
    }
    return Fonts.mono(size);
  }
}
