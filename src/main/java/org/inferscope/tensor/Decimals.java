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

  private Decimals() {}

  /** A finite number rounded to significant digits, half up in magnitude. */
  static BigDecimal significant(double x, int digits) {
    return new BigDecimal(x).round(new MathContext(digits, RoundingMode.HALF_UP));
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
