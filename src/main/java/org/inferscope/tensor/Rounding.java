package org.inferscope.tensor;

/**
 * Rounds float32 values to the two 16-bit formats, as hardware does it: to the nearest value that
 * the format holds, and to the one with an even last bit where two are equally near. The result
 * comes back as a float32, which holds every value of both formats. Infinities, NaN and the sign of
 * zero stay.
 *
 * <p>Formats: bfloat16 has float32's 8 exponent bits and 7 mantissa bits; IEEE 754 binary16 has 5
 * exponent bits and 10 mantissa bits. Stateless; any thread.
 */
public final class Rounding {
  /** The largest finite FP16 value. */
  public static final float LARGEST_FP16 = 65504;

  private static final int QUIET_NAN = 0x00400000;
  private static final int BF16_DROPPED = 16;
  private static final int FP16_DROPPED = 13;

  /** Halfway from {@link #LARGEST_FP16} to what would come next; it rounds up, to infinity. */
  private static final float FP16_OVERFLOW = 65520;

  private static final float SMALLEST_NORMAL_FP16 = 0x1p-14f;
  private static final float SMALLEST_FP16 = 0x1p-24f;

  private Rounding() {}

  /** The nearest BF16 value; beyond the largest, 3.39e38, that is infinity. */
  public static float toBf16(float x) {
    return Float.isNaN(x) ? shortNaN(x, BF16_DROPPED) : withoutLowBits(x, BF16_DROPPED);
  }

  /** The nearest FP16 value; from 65520 on that is infinity, up to 2⁻²⁵ it is zero. */
  public static float toFp16(float x) {
    if (Float.isNaN(x)) {
      return shortNaN(x, FP16_DROPPED);
    }
    float size = Math.abs(x);
    if (size >= FP16_OVERFLOW) {
      return Math.copySign(Float.POSITIVE_INFINITY, x);
    }
    if (size < SMALLEST_NORMAL_FP16) {
      // Subnormal values are the multiples of the smallest one; the division is exact.
      return (float) Math.rint(x / SMALLEST_FP16) * SMALLEST_FP16;
    }
    return withoutLowBits(x, FP16_DROPPED);
  }

  /**
   * Adds just under half of the last bit kept, or exactly half where that bit is odd, and cuts. A
   * carry out of the mantissa moves on into the exponent, which is what rounding up to the next
   * power of two, or to infinity, means.
   */
  private static float withoutLowBits(float x, int dropped) {
    int bits = Float.floatToRawIntBits(x);
    int odd = (bits >>> dropped) & 1;
    int half = (1 << (dropped - 1)) - 1 + odd;
    return Float.intBitsToFloat((bits + half) & -(1 << dropped));
  }

  /** Keeps a NaN's payload as far as there is room, and keeps it from becoming an infinity. */
  private static float shortNaN(float x, int dropped) {
    int bits = Float.floatToRawIntBits(x) & -(1 << dropped);
    return Float.intBitsToFloat(bits | QUIET_NAN);
  }
}
