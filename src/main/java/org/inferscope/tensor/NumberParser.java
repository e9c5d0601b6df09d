package org.inferscope.tensor;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.inferscope.text.Texts;

/**
 * Reads what a person types into a cell: {@code 12}, {@code -1.5}, {@code 1e-3}, {@code +2}, {@code
 * 1/3}, {@code NaN}, {@code inf}, {@code ∞}; the minus may be a hyphen, a real minus or an en dash.
 *
 * <p>Commas and dots: the locale's own use goes first, as in a spreadsheet. In an English locale
 * {@code 1,234} is a thousand and so on, because it is grouped exactly as thousands are, while
 * {@code 1,5} and {@code 0,123} can only mean a decimal comma; in a German one {@code 1.234} is the
 * thousand and {@code 1.5} the decimal point. Where both occur, the last one is the decimal
 * separator. Spaces that do not break, and apostrophes, separate thousands everywhere.
 */
public final class NumberParser {
  private static final int LONGEST = 400;
  private static final int LONGEST_SHOWN = 24;
  private static final Pattern PLAIN =
      Pattern.compile("[+-]?(\\d++(\\.\\d*+)?+|\\.\\d++)([eE][+-]?\\d{1,9})?");
  private static final Pattern NAN = Pattern.compile("[+-]?nan", Pattern.CASE_INSENSITIVE);
  private static final Pattern INFINITE =
      Pattern.compile("[+-]?(inf|infinity|∞)", Pattern.CASE_INSENSITIVE);

  private NumberParser() {}

  /** Reads a text in the machine's format locale. */
  public static Parsed parse(String text) {
    return parse(text, Locale.getDefault(Locale.Category.FORMAT));
  }

  /** Reads a text as a person in this locale means it. */
  public static Parsed parse(String text, Locale locale) {
    String typed = text.strip();
    if (typed.isEmpty()) {
      return new Parsed.Bad(Texts.get("tensor.number.empty"));
    }
    if (typed.length() > LONGEST) {
      return bad(typed);
    }
    char decimal = NumberStyle.of(locale).decimalSeparator();
    String ascii = typed.replace('\u2212', '-').replace('\u2013', '-');
    int slash = ascii.indexOf('/');
    if (slash >= 0) {
      return fraction(typed, ascii.substring(0, slash), ascii.substring(slash + 1), decimal);
    }
    OptionalDouble value = number(ascii, decimal);
    return value.isPresent() ? inRange(typed, value.getAsDouble(), isFinite(ascii)) : bad(typed);
  }

  private static Parsed fraction(String typed, String above, String below, char decimal) {
    OptionalDouble numerator = number(above.strip(), decimal);
    OptionalDouble denominator = number(below.strip(), decimal);
    if (numerator.isEmpty() || denominator.isEmpty() || !isFinite(above) || !isFinite(below)) {
      return bad(typed);
    }
    if (denominator.getAsDouble() == 0) {
      return new Parsed.Bad(Texts.get("tensor.number.zeroDivision", shown(typed)));
    }
    return inRange(typed, numerator.getAsDouble() / denominator.getAsDouble(), true);
  }

  /** A value without a fraction bar; empty if the text is none. */
  private static OptionalDouble number(String text, char decimal) {
    if (NAN.matcher(text).matches()) {
      return OptionalDouble.of(Double.NaN);
    }
    if (INFINITE.matcher(text).matches()) {
      boolean negative = text.charAt(0) == '-';
      return OptionalDouble.of(negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
    }
    String plain = Separators.toPlain(text, decimal);
    return PLAIN.matcher(plain).matches()
        ? OptionalDouble.of(Double.parseDouble(plain))
        : OptionalDouble.empty();
  }

  private static boolean isFinite(String ascii) {
    return ascii.chars().anyMatch(c -> c >= '0' && c <= '9');
  }

  /** Refuses what float32 would turn into an infinity that nobody typed. */
  private static Parsed inRange(String typed, double value, boolean finiteMeant) {
    if (finiteMeant && !Float.isFinite((float) value)) {
      return new Parsed.Bad(
          Texts.get("tensor.number.overflow", shown(typed), Numbers.cell(Float.MAX_VALUE)));
    }
    return new Parsed.Value(value);
  }

  private static Parsed bad(String typed) {
    return new Parsed.Bad(Texts.get("tensor.number.bad", shown(typed)));
  }

  private static String shown(String typed) {
    return typed.length() <= LONGEST_SHOWN ? typed : typed.substring(0, LONGEST_SHOWN) + "…";
  }
}
