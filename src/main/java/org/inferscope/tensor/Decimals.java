package org.inferscope.tensor;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Decimal digits of binary numbers: in a few significant digits, and the fewest that identify one.
 */
final class Decimals {
  private static final int FLOAT_DIGITS = 9;
  private static final int DOUBLE_DIGITS = 17;
  private static final int MOST_IN_SHORT_CUT = 6;
  private static final double[] TEN_TO = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8};

  private Decimals() {}

  /**
   * A finite number rounded to significant digits, half up in magnitude. A picture shows hundreds
   * of them a frame, so that sizes from 0.001 to 10,000 take a short cut through a long; it can
   * differ from the long way in a number that lies within 1e-15 of the middle between two
   * roundings.
   */
  static BigDecimal significant(double x, int digits) {
    double size = Math.abs(x);
    if (digits <= MOST_IN_SHORT_CUT && size >= 1e-3 && size < 1e4) {
      int decimals = digits - 1 - smallExponent(size);
      if (decimals >= 0) {
        return shortCut(x, decimals, digits);
      }
    }
    return new BigDecimal(x).round(new MathContext(digits, RoundingMode.HALF_UP));
  }

  private static BigDecimal shortCut(double x, int decimals, int digits) {
    long scaled = Math.round(Math.abs(x) * TEN_TO[decimals]);
    boolean carried = scaled == (long) TEN_TO[digits]; // 9.9996 became 10.000, one digit too many
    long unscaled = carried ? scaled / 10 : scaled;
    return BigDecimal.valueOf(x < 0 ? -unscaled : unscaled, carried ? decimals - 1 : decimals);
  }

  /** The fewest digits that read back as this finite float32. */
  static BigDecimal shortest(float x) {
    BigDecimal exact = new BigDecimal(x);
    for (int digits = 1; digits < FLOAT_DIGITS; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (rounded.floatValue() == x) {
        return rounded;
      }
    }
    return exact.round(new MathContext(FLOAT_DIGITS, RoundingMode.HALF_EVEN));
  }

  /** The fewest digits that read back as this finite float64. */
  static BigDecimal shortest(double x) {
    BigDecimal exact = new BigDecimal(x);
    for (int digits = 1; digits < DOUBLE_DIGITS; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (rounded.doubleValue() == x) {
        return rounded;
      }
    }
    return exact.round(new MathContext(DOUBLE_DIGITS, RoundingMode.HALF_EVEN));
  }

  /** The power of ten of the first digit, for sizes from 0.001 to below 10,000. */
  private static int smallExponent(double size) {
    int exponent = -3;
    for (double limit = 1e-2; exponent < 3 && size >= limit; limit *= 10) {
      exponent++;
    }
    return exponent;
  }

  /** The power of ten of the first digit: 2 for 123, −3 for 0.0012. */
  static int exponent(BigDecimal x) {
    return x.precision() - x.scale() - 1;
  }

  /** Whether rounding took nothing away that a float32 could tell. */
  static boolean sameFloat(BigDecimal rounded, double x) {
    return rounded.floatValue() == (float) x;
  }

  /** Without zeros at the end; a whole number keeps those before the decimal point. */
  static BigDecimal stripped(BigDecimal x) {
    BigDecimal stripped = x.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
