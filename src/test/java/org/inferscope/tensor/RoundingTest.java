package org.inferscope.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoundingTest {
  private static final int PATTERNS = 1 << 16;

  @ParameterizedTest
  @CsvSource({
    "65504, 65504",
    "65519.996, 65504",
    "65520, Infinity",
    "-65519.996, -65504",
    "-65520, -Infinity",
    "3e38, Infinity",
    "1, 1",
    "0.1, 0.0999755859375",
    "2049, 2048", // halfway between 2048 and 2050: to even
    "2051, 2052",
    "2050.001, 2050",
    "0.33333334, 0.333251953125",
  })
  void roundsToTheNearestFp16(float x, float expected) {
    assertThat(Rounding.toFp16(x)).isEqualTo(expected);
    assertThat(Rounding.toFp16(-x)).isEqualTo(-expected);
  }

  @Test
  void fp16HasSubnormalsDownToTwoToTheMinus24() {
    assertThat(Rounding.toFp16(0x1p-24f)).isEqualTo(0x1p-24f);
    assertThat(Rounding.toFp16(0x1p-25f)).isZero();
    assertThat(Rounding.toFp16(Math.nextUp(0x1p-25f))).isEqualTo(0x1p-24f);
    assertThat(Rounding.toFp16(0x1.8p-24f)).isEqualTo(0x1p-23f); // 1.5 quanta: to the even 2
    assertThat(Rounding.toFp16(0x1.4p-23f)).isEqualTo(0x1p-23f); // 2.5 quanta: to the even 2
    assertThat(Rounding.toFp16(Math.nextDown(0x1p-14f))).isEqualTo(0x1p-14f);
    assertThat(Rounding.toFp16(Float.MIN_VALUE)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "0.1, 0.10009765625",
    "3.1415927, 3.140625",
    "257, 256", // halfway between 256 and 258: to even
    "259, 260",
    "3.3895314e38, 3.3895314e38",
    "3.4028235e38, Infinity",
    "1e-40, 9.18355e-41", // the smallest one, 2⁻¹³³
  })
  void roundsToTheNearestBf16(float x, float expected) {
    assertThat(Rounding.toBf16(x)).isEqualTo(expected);
    assertThat(Rounding.toBf16(-x)).isEqualTo(-expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {0x7fc00000, 0xffc00000, 0x7f800001, 0x7fffffff, 0x7fa12345})
  void aNanStaysANanWithItsSignAndWhatFitsOfItsPayload(int bits) {
    float nan = Float.intBitsToFloat(bits);
    for (float rounded : new float[] {Rounding.toBf16(nan), Rounding.toFp16(nan)}) {
      assertThat(rounded).isNaN();
      assertThat(Float.floatToRawIntBits(rounded) >>> 31).isEqualTo(bits >>> 31);
    }
    assertThat(Float.floatToRawIntBits(Rounding.toBf16(nan)) | 0x400000)
        .isEqualTo((bits & 0xffff0000) | 0x400000);
  }

  @Test
  void keepsTheSignOfZeroAndInfinities() {
    for (float x : new float[] {0f, -0f, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
      assertSame(Rounding.toBf16(x), x);
      assertSame(Rounding.toFp16(x), x);
    }
    assertSame(Rounding.toFp16(-0x1p-26f), -0f);
  }

  @Test
  void everyBf16ValueStaysAndWhatLiesBetweenGoesToTheNearer() {
    for (int pattern = 0; pattern < PATTERNS; pattern++) {
      float x = Float.intBitsToFloat(pattern << 16);
      if (Float.isNaN(x)) {
        continue;
      }
      assertSame(Rounding.toBf16(x), x);
      float next = Float.intBitsToFloat((pattern + 1) << 16);
      if (Float.isFinite(x) && Float.isFinite(next) && pattern % 0x8000 != 0x7fff) {
        float middle = Float.intBitsToFloat((pattern << 16) | 0x8000);
        assertSame(Rounding.toBf16(middle), pattern % 2 == 0 ? x : next);
        assertSame(Rounding.toBf16(towardsZero(middle)), x);
        assertSame(Rounding.toBf16(awayFromZero(middle)), next);
      }
    }
  }

  @Test
  void everyFp16ValueStaysAndWhatLiesBetweenGoesToTheNearer() {
    float[] all = allPositiveFp16();
    for (int k = 0; k < all.length - 1; k++) {
      float middle = (all[k] + all[k + 1]) / 2;
      assertSame(Rounding.toFp16(all[k]), all[k]);
      assertSame(Rounding.toFp16(middle), k % 2 == 0 ? all[k] : all[k + 1]);
      assertSame(Rounding.toFp16(Math.nextDown(middle)), all[k]);
      assertSame(Rounding.toFp16(Math.nextUp(middle)), all[k + 1]);
      assertSame(Rounding.toFp16(-middle), k % 2 == 0 ? -all[k] : -all[k + 1]);
    }
    assertThat(all[all.length - 1]).isEqualTo(Rounding.LARGEST_FP16);
  }

  /** From the format's definition, in order; the value's place in it is its bit pattern. */
  private static float[] allPositiveFp16() {
    float[] values = new float[31 * 1024];
    for (int pattern = 0; pattern < values.length; pattern++) {
      int exponent = pattern >> 10;
      int mantissa = pattern & 0x3ff;
      values[pattern] =
          exponent == 0
              ? (float) Math.scalb((double) mantissa, -24)
              : (float) Math.scalb((double) (1024 + mantissa), exponent - 25);
    }
    assertThat(values).isSorted().doesNotHaveDuplicates();
    return values;
  }

  private static float towardsZero(float x) {
    return Float.intBitsToFloat(Float.floatToRawIntBits(x) - 1);
  }

  private static float awayFromZero(float x) {
    return Float.intBitsToFloat(Float.floatToRawIntBits(x) + 1);
  }

  /** AssertJ per value would be slow over all patterns; this tells 0 from −0 as well. */
  private static void assertSame(float actual, float expected) {
    if (Float.floatToRawIntBits(actual) != Float.floatToRawIntBits(expected)) {
      throw new AssertionError(actual + " instead of " + expected);
    }
  }
}
