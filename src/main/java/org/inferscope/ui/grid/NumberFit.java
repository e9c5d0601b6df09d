package org.inferscope.ui.grid;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Map;
import org.inferscope.tensor.Matrix;
import org.inferscope.tensor.Numbers;
import org.inferscope.ui.paint.Brush;

/**
 * Fits numbers into cells of one size: first the type shrinks, to a floor; then digits go; a number
 * that still does not fit has no text, and the cell tells it by colour alone. Remembers what it
 * made, since the same numbers are painted sixty times a second. Event thread.
 */
public final class NumberFit {
  /** Width of a character of the monospaced face, in parts of its size. */
  public static final double ASPECT = 0.6;

  private static final double LARGEST = 42;
  private static final double HEIGHT = 0.62;

  /** Height of a digit with a little air, in parts of the size of the type. */
  private static final double DIGIT_HEIGHT = 0.82;

  private static final int MOST_REMEMBERED = 4096;
  private static final int[] FEWER_DIGITS = {3, 2, 1};
  private static final String[] THOUSANDS = {"", "k", "M", "G", "T"};

  private final double size;
  private final int most;
  private final Map<Float, String> texts = new HashMap<>();

  private NumberFit(double size, int most) {
    this.size = size;
    this.most = most;
  }

  /**
   * The type for cells of a size.
   *
   * @param w width of a cell, in pixels
   * @param h height of a cell
   * @param longest characters of the longest number
   * @param unit pixels of an unscaled pixel
   * @param smallest the floor, unscaled
   */
  public static NumberFit of(double w, double h, int longest, double unit, double smallest) {
    double room = Math.max(0, w - Math.max(2, 0.1 * w));
    double byHeight = Math.min(LARGEST * unit, h * HEIGHT);
    double byWidth = room / (Math.max(2, longest) * Brush.DIGIT_ASPECT);
    double floor = smallest * unit;
    double size = Math.max(floor, Math.min(byHeight, byWidth));
    int most = h < floor * DIGIT_HEIGHT ? 0 : (int) ((w - 1) / (size * Brush.DIGIT_ASPECT) + 0.05);
    return new NumberFit(size, most);
  }

  /** Characters of the longest number of a matrix, 1 at least. */
  public static int longest(Matrix matrix) {
    int longest = 1;
    for (int i = 0; i < matrix.rows(); i++) {
      for (int j = 0; j < matrix.cols(); j++) {
        longest = Math.max(longest, Numbers.cell(matrix.get(i, j)).length());
      }
    }
    return longest;
  }

  /** Size of the type in pixels. */
  public double size() {
    return size;
  }

  /** The text for what was typed: a fraction as such, anything else as a number. */
  public String text(Entry entry) {
    boolean asTyped = entry.isBad() || entry.text().indexOf('/') >= 0;
    return asTyped && entry.text().length() <= most ? entry.text() : text(entry.value());
  }

  /** The text for a number; empty when none fits. */
  public String text(float value) {
    if (texts.size() > MOST_REMEMBERED) {
      texts.clear();
    }
    return texts.computeIfAbsent(value, this::make);
  }

  private String make(float value) {
    String full = Numbers.cell(value);
    if (full.length() <= most) {
      return full;
    }
    if (!Float.isFinite(value)) {
      return "";
    }
    for (int digits : FEWER_DIGITS) {
      String fewer = fewer(value, digits);
      if (fewer.length() <= most) {
        return fewer;
      }
    }
    return "";
  }

  /** With fewer digits: 0.4967 becomes 0.5, 12 345 becomes 12k. */
  public static String fewer(float value, int digits) {
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits));
    double size = rounded.abs().doubleValue();
    int step = 0;
    while (size >= 1000 && step < THOUSANDS.length - 1) {
      size /= 1000;
      step++;
    }
    if (size >= 1000) {
      return "";
    }
    double scaled = rounded.signum() * size;
    return Numbers.cell(new BigDecimal(scaled).round(new MathContext(digits)).doubleValue())
        + THOUSANDS[step];
  }
}
