package org.inferscope.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberParserTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 0",
        "58 | 58",
        "007 | 7",
        "+2 | 2",
        "-3 | -3",
        "−3 | -3",
        "–3 | -3",
        "1.5 | 1.5",
        ".5 | 0.5",
        "5. | 5",
        "-.5 | -0.5",
        "' 2 ' | 2",
        "1e3 | 1000",
        "1E-3 | 0.001",
        "1.2e−7 | 1.2e-7",
        "2e+2 | 200",
        "1/4 | 0.25",
        "-2/8 | -0.25",
        "1/-4 | -0.25",
        "' 1 / 4 ' | 0.25",
        "1.5/0.5 | 3",
        "1e2/1e1 | 10",
        "0/5 | 0",
        "1e-400 | 0",
        "-0 | -0.0"
      })
  void readsNumbersAndFractions(String text, double value) {
    assertThat(NumberParser.parse(text, Locale.US)).isEqualTo(new Parsed.Value(value));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nan | NaN",
        "NaN | NaN",
        "inf | Infinity",
        "-Inf | -Infinity",
        "−∞ | -Infinity",
        "∞ | Infinity",
        "+infinity | Infinity"
      })
  void readsWhatIsNoNumberWhereItWasMeant(String text, double value) {
    assertThat(NumberParser.parse(text, Locale.US)).isEqualTo(new Parsed.Value(value));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,234 | 1234 | 1.234",
        "1.234 | 1.234 | 1234",
        "1,5 | 1.5 | 1.5",
        "1.5 | 1.5 | 1.5",
        "0,123 | 0.123 | 0.123",
        "0.123 | 0.123 | 0.123",
        "1,2345 | 1.2345 | 1.2345",
        "12,345,678 | 12345678 | 12345678",
        "12.345.678 | 12345678 | 12345678",
        "1,234.5 | 1234.5 | 1234.5",
        "1.234,5 | 1234.5 | 1234.5",
        "-1,234 | -1234 | -1.234",
        ",5 | 0.5 | 0.5",
        "1234,567 | 1234.567 | 1234.567",
        "1,5/2 | 0.75 | 0.75",
        "1,5e2 | 150 | 150",
        "1 234,5 | 1234.5 | 1234.5",
        "1'234.5 | 1234.5 | 1234.5",
        "−1 234 567 | -1234567 | -1234567"
      })
  void readsCommaAndDotAsASpreadsheetInThatLocaleWould(String text, double us, double german) {
    String typed = text.replace(' ', '\u202f');
    assertThat(NumberParser.parse(typed, Locale.US)).isEqualTo(new Parsed.Value(us));
    assertThat(NumberParser.parse(typed, Locale.GERMANY)).isEqualTo(new Parsed.Value(german));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abc",
        "1 2",
        "1..2",
        "1.2.3",
        "1,23,4",
        "1.5,234",
        "1,234.5,6",
        "--1",
        "+-1",
        "1e",
        "e5",
        ".",
        ",",
        "-",
        "+",
        "1/",
        "/2",
        "1/2/3",
        "1/a",
        "0x10",
        "1f",
        "1d",
        "5%",
        "(1)",
        "nan/2",
        "1/∞",
        "١",
        "1e3.5",
        "NaN1",
        "Infinit"
      })
  void saysWhatIsExpectedInsteadOfWhatIsNoNumber(String text) {
    assertThat(NumberParser.parse(text, Locale.US))
        .isEqualTo(
            new Parsed.Bad(
                "“" + text + "” is not a number. Type one such as 2, −1.5, 1e−3 or 1/3."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n"})
  void asksForANumberWhereThereIsNone(String text) {
    assertThat(reason(text)).isEqualTo("Type a number such as 2, −1.5, 1e−3 or 1/3.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1/0", "0/0", "-1/0.0"})
  void explainsDivisionByZero(String text) {
    assertThat(reason(text)).isEqualTo("“" + text + "” divides by zero.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e99", "-1e39", "1e999999", "3.5e38", "1e30/1e-30"})
  void explainsWhatFloat32CannotHold(String text) {
    assertThat(reason(text)).startsWith("“" + text + "” is beyond what float32 can hold");
  }

  @Test
  void acceptsTheLargestFloat32() {
    Parsed parsed = NumberParser.parse("3.4028235e38", Locale.US);
    assertThat(parsed)
        .isInstanceOfSatisfying(
            Parsed.Value.class, v -> assertThat(v.toFloat()).isEqualTo(Float.MAX_VALUE));
  }

  @Test
  void refusesEndlessTextsAndQuotesOnlyTheirBeginning() {
    assertThat(reason("1".repeat(100_000)))
        .isEqualTo(
            "“" + "1".repeat(24) + "…” is not a number. Type one such as 2, −1.5, 1e−3 or 1/3.");
  }

  @Test
  void readsBackWhatIsShownInFull() {
    Random random = new Random(4);
    for (Locale locale : new Locale[] {Locale.US, Locale.GERMANY, Locale.FRANCE}) {
      NumberStyle style = NumberStyle.of(locale);
      for (int i = 0; i < 5_000; i++) {
        float x = Float.intBitsToFloat(random.nextInt());
        String shown = style.full(x);
        assertThat(NumberParser.parse(shown, locale))
            .as(shown)
            .isInstanceOfSatisfying(
                Parsed.Value.class, v -> assertThat(v.toFloat()).isEqualTo(Float.valueOf(x)));
      }
    }
  }

  private static String reason(String text) {
    return NumberParser.parse(text, Locale.US) instanceof Parsed.Bad bad ? bad.reason() : "a value";
  }
}
