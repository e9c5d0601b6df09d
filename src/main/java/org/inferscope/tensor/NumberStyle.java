package org.inferscope.tensor;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How numbers are written in one locale: its decimal and thousands separators, ASCII digits, a real
 * minus sign (U+2212), never "−0". {@link Numbers} offers the same for the machine's locale and
 * says what each form looks like.
 */
public final class NumberStyle {
  /** The minus sign used everywhere on screen. */
  public static final char MINUS = '\u2212';

  /** How an infinite value is shown. */
  public static final String INFINITY = "∞";

  private static final int DIGITS = 4;
  private static final double SMALLEST_PLAIN = 1e-3;
  private static final double LARGEST_PLAIN = 1e6;
  private static final int FULL_SMALLEST_EXPONENT = -7;
  private static final int FULL_LARGEST_EXPONENT = 15;
  private static final List<String> SI_PREFIXES = List.of("", "k", "M", "G", "T", "P", "E");
  private static final List<String> DURATION_UNITS = List.of("s", "ms", "µs", "ns");
  private static final Map<Locale, NumberStyle> STYLES = new ConcurrentHashMap<>();

  private final char decimal;
  private final char grouping;

  private NumberStyle(Locale locale) {
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
    char point = symbols.getDecimalSeparator();
    boolean familiar = point == '.' || point == ',';
    decimal = familiar ? point : '.';
    grouping = familiar ? symbols.getGroupingSeparator() : ',';
  }

  /** The style of a locale. */
  public static NumberStyle of(Locale locale) {
    return STYLES.computeIfAbsent(locale, NumberStyle::new);
  }

  /** The style of the machine's format locale. */
  public static NumberStyle current() {
    return of(Locale.getDefault(Locale.Category.FORMAT));
  }

  /** The decimal separator: a point or a comma. */
  public char decimalSeparator() {
    return decimal;
  }

  /** The separator between thousands. */
  public char groupingSeparator() {
    return grouping;
  }

  /** See {@link Numbers#cell(double)}. */
  public String cell(double x) {
    if (!isOrdinary(x)) {
      return special(x);
    }
    if (Math.abs(x) < LARGEST_PLAIN && x == Math.rint(x)) {
      return count((long) x);
    }
    BigDecimal rounded = Decimals.significant(x, DIGITS);
    boolean exact = Decimals.sameFloat(rounded, x);
    double roundedSize = rounded.abs().doubleValue();
    if (roundedSize < SMALLEST_PLAIN || roundedSize >= LARGEST_PLAIN) {
      return scientific(exact ? rounded.stripTrailingZeros() : rounded);
    }
    if (Decimals.exponent(rounded) >= DIGITS) {
      return plain(new BigDecimal(x).setScale(0, RoundingMode.HALF_UP));
    }
    return plain(exact ? Decimals.stripped(rounded) : rounded);
  }

  /** See {@link Numbers#full(float)}. */
  public String full(float x) {
    return isOrdinary(x) ? full(Decimals.shortest(x)) : special(x);
  }

  /** See {@link Numbers#full(double)}. */
  public String full(double x) {
    return isOrdinary(x) ? full(Decimals.shortest(x)) : special(x);
  }

  /** See {@link Numbers#fixed(double, int)}. */
  public String fixed(double x, int decimals) {
    Args.inRange(decimals, 0, 20, "decimals");
    if (Double.isNaN(x) || Double.isInfinite(x)) {
      return special(x);
    }
    return plain(new BigDecimal(x).setScale(decimals, RoundingMode.HALF_UP));
  }

  /** See {@link Numbers#significant(double)}. */
  public String significant(double x) {
    if (!isOrdinary(x)) {
      return special(x);
    }
    BigDecimal rounded = Decimals.significant(x, DIGITS);
    int decimals = DIGITS - 1 - Decimals.exponent(rounded);
    return decimals > 8 || decimals < -DIGITS
        ? scientific(rounded)
        : fixed(x, Math.max(0, decimals));
  }

  /** See {@link Numbers#count(long)}. */
  public String count(long n) {
    return count(BigInteger.valueOf(n));
  }

  /** See {@link Numbers#count(BigInteger)}. */
  public String count(BigInteger n) {
    String digits = n.abs().toString();
    return n.signum() < 0 ? MINUS + grouped(digits) : grouped(digits);
  }

  /** See {@link Numbers#si(double, String)}. */
  public String si(double x, String unit) {
    double size = Math.abs(x);
    int step = 0;
    while (step < SI_PREFIXES.size() - 1 && roundsToThousand(size)) {
      size /= 1000;
      step++;
    }
    return cell(Math.copySign(size, x)) + " " + SI_PREFIXES.get(step) + unit;
  }

  /** See {@link Numbers#duration(double)}. */
  public String duration(double seconds) {
    double size = Math.abs(seconds);
    if (!isOrdinary(seconds)) {
      return special(seconds) + " s";
    }
    int step = 0;
    while (step < DURATION_UNITS.size() - 1 && !roundsToOne(size)) {
      size *= 1000;
      step++;
    }
    return cell(Math.copySign(size, seconds)) + " " + DURATION_UNITS.get(step);
  }

  private static boolean roundsToThousand(double size) {
    return size >= 999.95 && size <= Double.MAX_VALUE;
  }

  private static boolean roundsToOne(double size) {
    return size >= 0.99995;
  }

  /** Finite and not zero. */
  private static boolean isOrdinary(double x) {
    return x != 0 && Math.abs(x) <= Double.MAX_VALUE;
  }

  private static String special(double x) {
    if (x == 0) {
      return "0";
    }
    if (Double.isNaN(x)) {
      return "NaN";
    }
    return x > 0 ? INFINITY : MINUS + INFINITY;
  }

  private String full(BigDecimal x) {
    int exponent = Decimals.exponent(x);
    boolean plain = exponent >= FULL_SMALLEST_EXPONENT && exponent <= FULL_LARGEST_EXPONENT;
    return plain ? plain(Decimals.stripped(x)) : scientific(x.stripTrailingZeros());
  }

  /** Digit, separator, digits, e, exponent: {@code 1.235e−7}. */
  private String scientific(BigDecimal x) {
    String digits = x.unscaledValue().abs().toString();
    int exponent = Decimals.exponent(x);
    String mantissa =
        digits.length() == 1 ? digits : digits.charAt(0) + "" + decimal + digits.substring(1);
    return sign(x) + mantissa + "e" + (exponent < 0 ? MINUS + "" + -exponent : "" + exponent);
  }

  private String plain(BigDecimal x) {
    String digits = x.abs().toPlainString();
    int point = digits.indexOf('.');
    if (point < 0) {
      return sign(x) + grouped(digits);
    }
    return sign(x) + grouped(digits.substring(0, point)) + decimal + digits.substring(point + 1);
  }

  private static String sign(BigDecimal x) {
    return x.signum() < 0 ? String.valueOf(MINUS) : "";
  }

  private String grouped(String digits) {
    if (digits.length() <= 3) {
      return digits;
    }
    StringBuilder text = new StringBuilder(digits);
    for (int at = digits.length() - 3; at > 0; at -= 3) {
      text.insert(at, grouping);
    }
    return text.toString();
  }
}
