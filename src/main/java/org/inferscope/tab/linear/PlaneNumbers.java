package org.inferscope.tab.linear;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.inferscope.tensor.Numbers;

/** How the numbers of the geometry are written. Pure. */
final class PlaneNumbers {
  /** Digits that a float32 of computed weights can be trusted with. */
  private static final MathContext DIGITS = new MathContext(6);

  private static final int SHORT_DIGITS = 3;
  private static final double NOISE = 1e-6;
  private static final int MOST_DECIMALS = 40;

  private PlaneNumbers() {}

  /** "(0.87, 0.5)", as exact as can be told on a plane of this range. */
  static String point(double[] values, double range) {
    return Arrays.stream(values)
        .mapToObj(value -> coordinate(value, range))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String coordinate(double value, double range) {
    int decimals = 2 - (int) Math.floor(Math.log10(range));
    if (!Double.isFinite(value) || decimals > MOST_DECIMALS) {
      return Numbers.cell(value);
    }
    BigDecimal rounded =
        new BigDecimal(value).setScale(Math.max(0, decimals), RoundingMode.HALF_UP);
    return Numbers.cell(rounded.doubleValue());
  }

  /**
   * A number of the map without the noise that float32 leaves in it, such as 6.1e−17 for the cosine
   * of 90°.
   *
   * @param largest the size of the largest number beside it
   * @param most as many characters as there is room for; fewer digits where it would take more
   */
  static String entry(double value, double largest, int most) {
    if (!Double.isFinite(value) || Math.abs(value) < NOISE * largest) {
      return Numbers.cell(Double.isFinite(value) ? 0 : value);
    }
    BigDecimal exact = new BigDecimal(value);
    String text = Numbers.cell(exact.round(DIGITS).doubleValue());
    for (int digits = SHORT_DIGITS; text.length() > most && digits > 1; digits--) {
      text = Numbers.cell(exact.round(new MathContext(digits)).doubleValue());
    }
    return text;
  }
}
