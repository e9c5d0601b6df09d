package org.inferscope.tab.gpt2.lens;

import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import javax.swing.JPanel;
import org.inferscope.text.Texts;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;

/** Says what the colours of the cells mean: 0 to 1. Event thread. */
final class ProbabilityLegend extends JPanel {
  private static final int SHADES = 60;
  private static final double WIDE = 96;
  private static final double PAD = 6;

  private final Brush brush = new Brush();

  ProbabilityLegend() {
    setOpaque(false);
    setName("gpt2.lens.legend");
    getAccessibleContext().setAccessibleName(Texts.get("gpt2lens.legend"));
  }

  private int width(String text) {
    // The brush measures in fractions of a pixel.
    return (int) Math.ceil(getFontMetrics(Fonts.text(Fonts.SMALL)).stringWidth(text) * 1.04) + 4;
  }

  @Override
  public Dimension getPreferredSize() {
    int words = width(Texts.get("gpt2lens.legend.low")) + width(Texts.get("gpt2lens.legend.high"));
    return new Dimension(
        words + Metrics.px((int) (WIDE + 2 * PAD)), Metrics.px((int) (Fonts.smallest() * 1.6)));
  }

  @Override
  public Dimension getMinimumSize() {
    return getPreferredSize();
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = (Graphics2D) graphics.create();
    brush.take(g);
    double unit = Metrics.scale();
    double type = Fonts.smallest() * unit;
    String low = Texts.get("gpt2lens.legend.low");
    String high = Texts.get("gpt2lens.legend.high");
    double x = width(low) + PAD * unit;
    double y = getHeight() / 2.0 - 5 * unit;
    brush.leading(low, new Box(0, 0, width(low), getHeight()), type, Palette.muted());
    double step = WIDE * unit / SHADES;
    for (int i = 0; i < SHADES; i++) {
      Box shade = new Box(x + i * step, y, step + 1, 10 * unit);
      brush.fill(shade, LensPainter.fill(i / (SHADES - 1.0)), 0);
    }
    Box right = new Box(x + (WIDE + PAD) * unit, 0, width(high), getHeight());
    brush.leading(high, right, type, Palette.muted());
    brush.release();
    g.dispose();
  }
}
