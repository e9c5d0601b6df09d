package org.inferscope.tab.linear;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.inferscope.tensor.NumberStyle;
import org.inferscope.tensor.Numbers;

/**
 * Errors in two significant digits, short enough to stand in four columns, or in one where even
 * that is too long. Stateless.
 */
final class ErrorText {
  private static final int DIGITS = 2;
  private static final int SMALLEST_PLAIN = -2;
  private static final int LARGEST_PLAIN = 2;

  private ErrorText() {}

  /** With its sign: "+1.2e−3", "−0.031", "+1.3", "0". */
  static String signed(double error) {
    return signed(error, DIGITS);
  }

  /**
   * As {@link #signed(double)} where that takes no more characters, else in one digit: "+1e−10".
   */
  static String signedWithin(double error, int characters) {
    String text = signed(error);
    return text.length() <= characters ? text : signed(error, 1);
  }

  private static String signed(double error, int digits) {
    return error > 0 ? "+" + size(error, digits) : size(error, digits);
  }

  /** Without a plus: "1.2e−3"; "–" for NaN, where there is nothing to be relative to. */
  static String relative(double size) {
    return Double.isNaN(size) ? "–" : size(size, DIGITS);
  }

  private static String size(double x, int digits) {
    if (x == 0 || Double.isNaN(x) || Double.isInfinite(x)) {
      return Numbers.cell(x);
    }
    BigDecimal rounded = new BigDecimal(x).round(new MathContext(digits, RoundingMode.HALF_UP));
    int exponent = rounded.precision() - rounded.scale() - 1;
    BigDecimal size = rounded.abs().setScale(digits - 1 - exponent, RoundingMode.UNNECESSARY);
    String text =
        exponent >= SMALLEST_PLAIN && exponent <= LARGEST_PLAIN
            ? size.toPlainString()
            : scientific(size, exponent);
    String sign = x < 0 ? String.valueOf(NumberStyle.MINUS) : "";
    return sign + text.replace('.', NumberStyle.current().decimalSeparator());
  }

  private static String scientific(BigDecimal size, int exponent) {
    String digits = size.unscaledValue().toString();
    String power = exponent < 0 ? NumberStyle.MINUS + "" + -exponent : "" + exponent;
    String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.charAt(1);
    return mantissa + "e" + power;
  }
}
