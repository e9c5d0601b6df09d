package org.inferscope.io.lesson;

import java.math.BigDecimal;
import java.util.OptionalLong;
import org.inferscope.io.lesson.LessonNode.Literal;
import org.jspecify.annotations.Nullable;

/** Numbers between Java and JSON. */
final class NodeNumbers {
  /** Beyond this a double no longer tells neighbouring whole numbers apart by far. */
  private static final double LONG_RANGE = 9.3e18;

  private NodeNumbers() {}

  /** The value of a node for a number: a Literal, or a text where JSON has no number for it. */
  static Object written(double number) {
    return written(Double.isFinite(number), Double.toString(number));
  }

  /** As {@link #written(double)}, with the fewer digits that a float32 needs. */
  static Object written(float number) {
    return written(Float.isFinite(number), Float.toString(number));
  }

  private static Object written(boolean finite, String digits) {
    return finite ? new Literal(readable(digits)) : digits;
  }

  /** Java's "7.0" as "7", and its "1.0E10" as "1E10". */
  private static String readable(String digits) {
    return digits.endsWith(".0")
        ? digits.substring(0, digits.length() - 2)
        : digits.replace(".0E", "E");
  }

  /** What JSON has no number for, from its text; null for any other text. */
  static @Nullable Double special(String text) {
    return switch (text) {
      case "NaN" -> Double.NaN;
      case "Infinity" -> Double.POSITIVE_INFINITY;
      case "-Infinity" -> Double.NEGATIVE_INFINITY;
      default -> null;
    };
  }

  /** A whole number however it is written (7, 7.0, 7e0); empty for a fraction or one too large. */
  static OptionalLong whole(String digits) {
    // The double is asked first: BigDecimal would write 1E999999999 out.
    double rough = Math.abs(Double.parseDouble(digits));
    if (rough >= LONG_RANGE || rough != Math.rint(rough)) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(new BigDecimal(digits).longValueExact());
    } catch (ArithmeticException | NumberFormatException e) {
      return OptionalLong.empty();
    }
  }
}
