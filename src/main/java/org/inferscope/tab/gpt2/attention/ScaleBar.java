package org.inferscope.tab.gpt2.attention;

import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import javax.swing.JPanel;
import org.inferscope.tab.gpt2.desk.AttentionSettings.Scale;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;

/** Says what the colours of weights mean, from 0 to 1. Event thread. */
final class ScaleBar extends JPanel {
  private static final int WIDTH = 128;
  private static final int SHADES = 128;
  private static final double[] MARKS = {0, 0.1, 0.5, 1};

  private final Brush brush = new Brush();
  private Scale scale = Scale.ROOT;

  ScaleBar() {
    super(null);
    setOpaque(false);
    setName("gpt2.attention.scaleBar");
    getAccessibleContext().setAccessibleName(Texts.get("attention.scaleBar"));
  }

  void show(Scale next) {
    if (next != scale) {
      scale = next;
      repaint();
    }
  }

  private static double type() {
    return Fonts.smallest() * Metrics.scale();
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(Metrics.px(WIDTH), (int) Math.ceil(type() * 1.3 + Metrics.px(10f)));
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    brush.take((Graphics2D) graphics);
    double unit = Metrics.scale();
    double side = type() * Brush.DIGIT_ASPECT * 1.5;
    Box bar = new Box(side, 0, getWidth() - 2 * side, 9 * unit);
    Weights weights = new Weights(Palette.magnitude(), scale);
    BufferedImage shades = new BufferedImage(SHADES, 1, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < SHADES; i++) {
      shades.setRGB(i, 0, weights.colours().rgbAt(i / (SHADES - 1.0)));
    }
    brush.pixels(shades, bar);
    for (double mark : MARKS) {
      double x = bar.x() + bar.w() * weights.place(mark);
      brush.fill(new Box(x - unit / 2, bar.y(), unit, bar.h() + 2 * unit), Palette.muted(), 0);
      Box place = Box.around(x, getHeight() - type() * 0.65, 4 * side, type() * 1.3);
      brush.number(Numbers.cell(mark), place, type(), Palette.muted());
    }
    brush.release();
  }
}
