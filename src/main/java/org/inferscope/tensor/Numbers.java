package org.inferscope.tensor;

import java.math.BigInteger;

/**
 * How numbers are shown, in the machine's format locale; the examples are English. Everything has a
 * real minus sign (U+2212), shows {@code NaN}, {@code ∞} and {@code −∞} as such, and never says
 * "−0".
 */
public final class Numbers {
  private Numbers() {}

  /**
   * A value in a cell or a label, short enough to fit: four significant digits, whole numbers up to
   * a million complete, the very small and very large with an exponent. Zeros at the end stand only
   * where digits were cut off: 0.5 shows {@code 0.5}, 0.50001 shows {@code 0.5000}, 58 {@code 58},
   * 1234.5 {@code 1,235}, 1.2345e9 {@code 1.235e9}, 1.2e-7 {@code 1.2e−7}. At most 10 characters
   * for a float32.
   */
  public static String cell(double x) {
    return NumberStyle.current().cell(x);
  }

  /** All of a float32: the fewest digits that read back as the same one; 0.1f is {@code 0.1}. */
  public static String full(float x) {
    return NumberStyle.current().full(x);
  }

  /** All of a float64: the fewest digits that read back as the same one. */
  public static String full(double x) {
    return NumberStyle.current().full(x);
  }

  /**
   * With this many decimals, from 0 to 20, zeros included: {@code fixed(0.148, 4)} is {@code
   * 0.1480}.
   */
  public static String fixed(double x, int decimals) {
    return NumberStyle.current().fixed(x, decimals);
  }

  /**
   * Four significant digits, zeros included, for figures that stand beside each other: {@code
   * 0.1480}, {@code 12.00}, {@code 46,170}.
   */
  public static String significant(double x) {
    return NumberStyle.current().significant(x);
  }

  /** A whole number with thousands separators: {@code 46,170,898,432}. */
  public static String count(long n) {
    return NumberStyle.current().count(n);
  }

  /** A whole number of any size with thousands separators. */
  public static String count(BigInteger n) {
    return NumberStyle.current().count(n);
  }

  /**
   * A quantity with an SI prefix from none to E: {@code si(46.17e9, "FLOP")} is {@code 46.17
   * GFLOP}. Values below 1 get no prefix.
   */
  public static String si(double x, String unit) {
    return NumberStyle.current().si(x, unit);
  }

  /** A number of bytes in decimal units: {@code 512 B}, {@code 8.389 MB}. */
  public static String bytes(double bytes) {
    return si(bytes, "B");
  }

  /** A time in the unit that suits it, from ns to s: {@code duration(1.5e-4)} is {@code 150 µs}. */
  public static String duration(double seconds) {
    return NumberStyle.current().duration(seconds);
  }
}
