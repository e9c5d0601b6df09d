package org.inferscope.ui.heatmap;

import java.awt.image.BufferedImage;
import org.inferscope.tensor.Matrix;
import org.inferscope.tensor.Numbers;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;

/**
 * Says what the colours of a heatmap mean: the map from +limit at the top to −limit at the bottom,
 * with ticks labelled on its right. Event thread.
 */
public final class ColourBar {
  private static final double WIDTH = 12;
  private static final double TICK = 4;
  private static final double PAD = 4;

  /** Characters of the longest label for any float32, as in {@code −2.5e−38}. */
  private static final int LONGEST = 8;

  private static final int SHADES = 256;
  private static final double[] HALVES = {1, 0.5, 0, -0.5, -1};
  private static final double[] WHOLE = {1, 0, -1};
  private static final double[] ENDS = {1, -1};

  /** Height of a label with air around it, in parts of the size of its type. */
  private static final double LINE = 1.2;

  private final Brush brush;
  private final ValuePicture gradient = new ValuePicture();
  private final Matrix shades = Matrix.generate(SHADES, 1, (i, j) -> 1 - 2.0 * i / (SHADES - 1));

  public ColourBar(Brush brush) {
    this.brush = brush;
  }

  /**
   * The width of the bar with its labels, the same for every limit, in pixels.
   *
   * @param unit pixels of an unscaled pixel
   */
  public static double widthNeeded(double unit) {
    double labels = LONGEST * Fonts.smallest() * Brush.DIGIT_ASPECT;
    return (WIDTH + TICK + PAD + labels) * unit;
  }

  /**
   * Paints the bar, as high as the box and at its left edge.
   *
   * @param box as wide as {@link #widthNeeded}
   * @param limit the value of the strongest colour, above 0
   */
  public void paint(Box box, double limit) {
    double unit = Metrics.scale();
    Box bar = new Box(box.x(), box.y(), WIDTH * unit, box.h());
    BufferedImage picture = gradient.of(shades, 1, null);
    brush.pixels(picture, bar);
    brush.outline(bar, Palette.cellBorder(), 0, unit);
    double size = Fonts.smallest() * unit;
    for (double part : parts(box.h(), limit, size)) {
      double y = box.y() + box.h() * (1 - part) / 2;
      Box tick = new Box(bar.right(), y - unit / 2, TICK * unit, unit);
      brush.fill(tick.clampedTo(new Box(box.x(), box.y(), box.w(), box.h())), Palette.muted(), 0);
      label(box, tick, Numbers.cell(part * limit), size);
    }
  }

  /** A label with its sign in front of the column of digits; kept within the box. */
  private void label(Box box, Box tick, String text, double size) {
    double digit = size * Brush.DIGIT_ASPECT;
    double indent = isSigned(text) ? 0 : digit;
    double x = tick.right() + PAD * Metrics.scale() + indent;
    Box place = new Box(x, tick.centerY() - size * LINE / 2, text.length() * digit, size * LINE);
    brush.number(text, place.clampedTo(box), size, Palette.muted());
  }

  private static boolean isSigned(String text) {
    return !Character.isDigit(text.charAt(0));
  }

  /** Which parts of the limit are labelled: halves where they have room and are short. */
  private static double[] parts(double height, double limit, double size) {
    boolean roomy = height >= (HALVES.length + 3) * size * LINE;
    boolean brief = Numbers.cell(-limit / 2).length() <= LONGEST;
    if (roomy && brief) {
      return HALVES;
    }
    return height >= WHOLE.length * size * LINE ? WHOLE : ENDS;
  }
}
