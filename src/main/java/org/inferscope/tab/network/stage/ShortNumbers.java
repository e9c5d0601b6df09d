package org.inferscope.tab.network.stage;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.inferscope.tensor.Numbers;

/** Numbers in as many digits as there is room for. Stateless. */
final class ShortNumbers {
  private static final int FEWEST = 2;
  private static final int MOST = 4;

  private ShortNumbers() {}

  /** A number in so many significant digits. */
  static String rounded(double value, int digits) {
    if (!Double.isFinite(value) || value == 0) {
      return Numbers.cell(value);
    }
    MathContext context = new MathContext(digits, RoundingMode.HALF_EVEN);
    return Numbers.cell(new BigDecimal(value).round(context).doubleValue());
  }

  /** A number in 4, 3 or 2 digits, no longer than so many characters; empty if none fits. */
  static String fitted(double value, int room) {
    String text = Numbers.cell(value);
    for (int digits = MOST; text.length() > room && digits >= FEWEST; digits--) {
      text = rounded(value, digits);
    }
    return text.length() <= room ? text : "";
  }
}
