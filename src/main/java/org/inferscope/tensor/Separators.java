package org.inferscope.tensor;

import java.util.regex.Pattern;

/** Tells decimal separators from thousands separators; {@link NumberParser} says by which rule. */
final class Separators {
  private static final Pattern ALWAYS_GROUPING =
      Pattern.compile("(?<=\\d)[\u00a0\u202f\u2009'’](?=\\d{3})");
  private static final Pattern GROUPED_BY_COMMA =
      Pattern.compile("[+-]?[1-9]\\d{0,2}(,\\d{3})+(?!\\d).*");
  private static final Pattern GROUPED_BY_DOT =
      Pattern.compile("[+-]?[1-9]\\d{0,2}(\\.\\d{3})+(?!\\d).*");

  private Separators() {}

  /**
   * The text with a decimal point and no thousands separators. What makes no sense either way comes
   * back as something that is no number, so that the caller refuses it.
   *
   * @param decimal the locale's decimal separator, a point or a comma
   */
  static String toPlain(String text, char decimal) {
    String joined = ALWAYS_GROUPING.matcher(text).replaceAll("");
    int comma = joined.lastIndexOf(',');
    int dot = joined.lastIndexOf('.');
    if (comma >= 0 && dot >= 0) {
      return comma > dot ? bothUsed(joined, '.', ',') : bothUsed(joined, ',', '.');
    }
    if (comma >= 0) {
      return oneUsed(joined, ',', decimal);
    }
    return oneUsed(joined, '.', decimal);
  }

  /** Both occur: the last is the decimal separator, the other must group by three. */
  private static String bothUsed(String text, char grouping, char decimal) {
    boolean grouped = groups(grouping).matcher(text).matches();
    return grouped ? withPoint(text.replace(String.valueOf(grouping), ""), decimal) : text;
  }

  /** Only one occurs: decimal if the locale says so or if it cannot be grouping. */
  private static String oneUsed(String text, char used, char decimal) {
    boolean several = text.indexOf(used) != text.lastIndexOf(used);
    boolean mayGroup = groups(used).matcher(text).matches();
    if (mayGroup && (several || used != decimal)) {
      return text.replace(String.valueOf(used), "");
    }
    return withPoint(text, used);
  }

  private static String withPoint(String text, char decimal) {
    return text.replace(decimal, '.');
  }

  private static Pattern groups(char separator) {
    return separator == ',' ? GROUPED_BY_COMMA : GROUPED_BY_DOT;
  }
}
