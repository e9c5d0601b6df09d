package org.inferscope.model.matmul;

import java.math.BigDecimal;

/**
 * When a guessed number counts as right.
 *
 * <p>It does when it is the exact result but for rounding, or when it is the result rounded to the
 * digits given and these are at least three (zeros at the end don't count). So 0.667 is right for ⅔
 * and 0.7 is not; for a whole result only that number is.
 */
final class AnswerRule {
  private static final double ROUNDING = 1e-6;
  private static final int FEWEST_DIGITS = 3;

  private AnswerRule() {}

  /**
   * Whether the guess is right.
   *
   * @param guess the number typed
   * @param exact the result in float64
   * @param magnitude the sum of the sizes of the result's terms, which rounding errors scale with
   */
  static boolean accepts(double guess, double exact, double magnitude) {
    if (Double.compare(guess, exact) == 0) {
      return true;
    }
    if (!Double.isFinite(guess) || !Double.isFinite(exact)) {
      return false;
    }
    return Math.abs(guess - exact) <= ROUNDING * magnitude || isRounded(guess, exact);
  }

  private static boolean isRounded(double guess, double exact) {
    BigDecimal digits = BigDecimal.valueOf(guess).stripTrailingZeros();
    if (digits.scale() <= 0 || digits.precision() < FEWEST_DIGITS) {
      return false;
    }
    BigDecimal distance = new BigDecimal(exact).subtract(digits).abs();
    BigDecimal half = BigDecimal.valueOf(5, digits.scale() + 1);
    return distance.compareTo(half) <= 0;
  }
}
