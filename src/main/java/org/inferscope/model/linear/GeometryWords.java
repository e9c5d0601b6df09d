package org.inferscope.model.linear;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.inferscope.model.matmul.DotProductText;
import org.inferscope.tensor.Numbers;

/** How the numbers of a geometry are written and told apart. */
final class GeometryWords {
  /**
   * What differs by less, for lengths of about 1, is the same: a few times float32's rounding, and
   * less than the digits shown.
   */
  static final double SAME = 1e-6;

  private static final MathContext DIGITS = new MathContext(6);

  private GeometryWords() {}

  /** Whether two numbers are equal but for the rounding of a float32. */
  static boolean same(double a, double b) {
    return Math.abs(a - b) <= SAME * Math.max(Math.abs(a), Math.abs(b));
  }

  /** A number without the noise of float32: 30 for 29.9999999. */
  static String number(double x) {
    return Double.isFinite(x)
        ? Numbers.cell(new BigDecimal(x).round(DIGITS).doubleValue())
        : Numbers.cell(x);
  }

  /** "0.6, 0.8", what is as good as zero beside the longest component being zero. */
  static String vector(double[] vector) {
    double noise = SAME * Arrays.stream(vector).map(Math::abs).max().orElse(0);
    return Arrays.stream(vector)
        .map(x -> Math.abs(x) < noise ? 0 : x)
        .mapToObj(GeometryWords::number)
        .collect(Collectors.joining(", "));
  }

  /** The name of an axis, counted from 0: "x₁". */
  static String axis(int k) {
    return DotProductText.name("x", k);
  }

  /** The direction of a line in the plane, in degrees above −90 up to 90. */
  static double lineDegrees(double[] direction) {
    return lineDegrees(Math.toDegrees(Math.atan2(direction[1], direction[0])));
  }

  static double lineDegrees(double degrees) {
    double from = degrees > 90 ? degrees - 180 : degrees <= -90 ? degrees + 180 : degrees;
    return Math.abs(from) < Math.toDegrees(SAME) ? 0 : from;
  }

  /** The one of ±v whose largest component is positive: a line has no direction. */
  static double[] upward(double[] vector) {
    double largest = 0;
    for (double x : vector) {
      largest = Math.abs(x) > Math.abs(largest) + SAME ? x : largest;
    }
    double sign = largest < 0 ? -1 : 1;
    return Arrays.stream(vector).map(x -> sign * x).toArray();
  }
}
