package org.inferscope.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberStyleTest {
  private static final NumberStyle ENGLISH = NumberStyle.of(Locale.US);
  private static final NumberStyle GERMAN = NumberStyle.of(Locale.GERMANY);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "58 | 58",
        "0 | 0",
        "-0.0 | 0",
        "-3 | −3",
        "1000 | 1,000",
        "999999 | 999,999",
        "-999999 | −999,999",
        "1000000 | 1e6",
        "1234567 | 1.235e6",
        "1.2345e9 | 1.235e9",
        "1.2344e9 | 1.234e9",
        "0.5 | 0.5",
        "0.1 | 0.1",
        "-1.5 | −1.5",
        "0.25 | 0.25",
        "0.3333333333333333 | 0.3333",
        "0.6666666666666666 | 0.6667",
        "0.50001 | 0.5000",
        "2.00001 | 2.000",
        "1.2345678 | 1.235",
        "12.345678 | 12.35",
        "123.45678 | 123.5",
        "1234.5678 | 1,235",
        "12345.678 | 12,346",
        "999999.9 | 1.000e6",
        "9.99996 | 10.00",
        "99.99996 | 100.0",
        "999.99996 | 1,000",
        "9999.9996 | 10,000",
        "0.99999 | 1.000",
        "0.001 | 0.001",
        "0.0012345678 | 0.001235",
        "0.00099999 | 0.001000",
        "-0.01 | −0.01",
        "1.2e-7 | 1.2e−7",
        "-1.23456e-7 | −1.235e−7",
        "1e-45 | 1e−45",
        "3.4028235e38 | 3.403e38",
        "NaN | NaN",
        "Infinity | ∞",
        "-Infinity | −∞",
        "0.148 | 0.148",
        "0.147984 | 0.1480"
      })
  void showsCellsInFourDigits(double x, String shown) {
    assertThat(ENGLISH.cell(x)).isEqualTo(shown);
  }

  @Test
  void showsFloatsAsTheyWereTyped() {
    assertThat(ENGLISH.cell(0.1f)).isEqualTo("0.1");
    assertThat(ENGLISH.cell(1.1f)).isEqualTo("1.1");
    assertThat(ENGLISH.cell(-0.007f)).isEqualTo("−0.007");
    assertThat(ENGLISH.cell(1 / 3f)).isEqualTo("0.3333");
  }

  @Test
  void keepsCellsShortAndCloseToTheNumber() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      float x = Float.intBitsToFloat(random.nextInt());
      String shown = ENGLISH.cell(x);
      assertThat(shown.length()).as(shown).isLessThanOrEqualTo(10);
      if (Float.isFinite(x)) {
        assertThat(readBack(shown)).as(shown).isCloseTo(x, withinDigits(x));
      }
    }
  }

  @Test
  void keepsCellsOfEverydaySizesToNineCharacters() {
    Random random = new Random(2);
    for (int i = 0; i < 20_000; i++) {
      float x = (float) (random.nextGaussian() * Math.pow(10, random.nextInt(12) - 3));
      if (Math.abs(x) >= 1e-3) {
        assertThat(ENGLISH.cell(x).length()).isLessThanOrEqualTo(9);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.1 | 0.1",
        "58 | 58",
        "-0.0 | 0",
        "16777216 | 16,777,216",
        "0.33333334 | 0.33333334",
        "1e-45 | 1e−45",
        "3.4028235e38 | 3.4028235e38",
        "-1.17549435e-38 | −1.1754944e−38",
        "2e10 | 20,000,000,000",
        "NaN | NaN",
        "-Infinity | −∞",
        "1e-7 | 0.0000001"
      })
  void showsAllOfAFloat(float x, String shown) {
    assertThat(ENGLISH.full(x)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.1 | 0.1", "0.30000000000000004 | 0.30000000000000004", "-58 | −58", "2e-3 | 0.002",
        "1e23 | 1e23", "4.9e-324 | 5e−324", "-Infinity | −∞", "-0.0 | 0"
      })
  void showsAllOfADouble(double x, String shown) {
    assertThat(ENGLISH.full(x)).isEqualTo(shown);
  }

  @Test
  void readsBackEveryFullNumber() {
    Random random = new Random(3);
    for (int i = 0; i < 20_000; i++) {
      float x = Float.intBitsToFloat(random.nextInt());
      double y = Double.longBitsToDouble(random.nextLong());
      if (Float.isFinite(x) && Double.isFinite(y)) {
        assertThat((float) readBack(ENGLISH.full(x))).isEqualTo(x);
        assertThat(readBack(ENGLISH.full(y))).isEqualTo(y);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.148 | 4 | 0.1480", "0.00001 | 4 | 0.0000", "-0.00001 | 4 | 0.0000", "2.5 | 0 | 3",
        "-1234.5 | 1 | −1,234.5", "NaN | 2 | NaN", "Infinity | 2 | ∞", "0 | 2 | 0.00"
      })
  void showsFixedDecimals(double x, int decimals, String shown) {
    assertThat(ENGLISH.fixed(x, decimals)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.147983649 | 0.1480", "12 | 12.00", "1 | 1.000", "1234 | 1,234", "46170.9 | 46,171",
        "9.99996 | 10.00", "-0.05 | −0.05000", "1e-9 | 1.000e−9", "1.5e12 | 1.500e12", "0 | 0",
        "NaN | NaN"
      })
  void showsFourSignificantDigitsAlways(double x, String shown) {
    assertThat(ENGLISH.significant(x)).isEqualTo(shown);
  }

  @Test
  void groupsThousands() {
    assertThat(ENGLISH.count(46_170_898_432L)).isEqualTo("46,170,898,432");
    assertThat(ENGLISH.count(-1234)).isEqualTo("−1,234");
    assertThat(ENGLISH.count(999)).isEqualTo("999");
    assertThat(ENGLISH.count(Long.MIN_VALUE)).isEqualTo("−9,223,372,036,854,775,808");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "46170898432 | FLOP | 46.17 GFLOP",
        "312e12 | FLOP/s | 312 TFLOP/s",
        "0 | B | 0 B",
        "512 | B | 512 B",
        "1000 | B | 1 kB",
        "8388608 | B | 8.389 MB",
        "999.96 | B | 1.000 kB",
        "999949 | B | 999.9 kB",
        "-2e6 | B | −2 MB",
        "2e21 | B | 2,000 EB",
        "0.25 | B | 0.25 B",
        "NaN | B | NaN B",
        "Infinity | B | ∞ B"
      })
  void showsSiPrefixes(double x, String unit, String shown) {
    assertThat(ENGLISH.si(x, unit)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 0 s", "1.5e-4 | 150 µs", "0.0001479836 | 148.0 µs", "2e-9 | 2 ns", "5e-11 | 0.05 ns",
        "0.0123456 | 12.35 ms", "0.99996 | 1.000 s", "75 | 75 s", "3725.5 | 3,726 s", "NaN | NaN s"
      })
  void showsTimes(double seconds, String shown) {
    assertThat(ENGLISH.duration(seconds)).isEqualTo(shown);
  }

  @Test
  void writesAsTheLocaleDoes() {
    assertThat(GERMAN.cell(1234.5678)).isEqualTo("1.235");
    assertThat(GERMAN.cell(-0.5)).isEqualTo("−0,5");
    assertThat(GERMAN.cell(1.2345e-7)).isEqualTo("1,235e−7");
    assertThat(GERMAN.count(46_170_898_432L)).isEqualTo("46.170.898.432");
    assertThat(GERMAN.full(1 / 3f)).isEqualTo("0,33333334");
    assertThat(NumberStyle.of(Locale.FRANCE).count(1234567)).isEqualTo("1\u202f234\u202f567");
  }

  @Test
  void keepsToPointsAndAsciiDigitsWhereALocaleHasNeither() {
    NumberStyle arabic = NumberStyle.of(Locale.forLanguageTag("ar-EG"));
    assertThat(arabic.cell(-1234.5678)).isEqualTo("−1,235");
    assertThat(arabic.cell(0.5)).isEqualTo("0.5");
  }

  @Test
  void theFacadeSpeaksTheMachinesLocale() {
    Locale before = Locale.getDefault(Locale.Category.FORMAT);
    try {
      Locale.setDefault(Locale.Category.FORMAT, Locale.GERMANY);
      assertThat(Numbers.cell(0.5)).isEqualTo("0,5");
      assertThat(Numbers.bytes(8_388_608)).isEqualTo("8,389 MB");
      Locale.setDefault(Locale.Category.FORMAT, Locale.US);
      assertThat(Numbers.cell(0.5)).isEqualTo("0.5");
    } finally {
      Locale.setDefault(Locale.Category.FORMAT, before);
    }
  }

  private static double readBack(String shown) {
    return Double.parseDouble(shown.replace(",", "").replace(NumberStyle.MINUS, '-'));
  }

  private static Offset<Double> withinDigits(double x) {
    return Offset.offset(Math.abs(x) * 0.0005001 + 1e-300);
  }
}
