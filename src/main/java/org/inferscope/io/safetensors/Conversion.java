package org.inferscope.io.safetensors;

import java.nio.ByteBuffer;

/** Makes float32 of numbers as they are stored. Stateless, any thread. */
public final class Conversion {
  private static final int HALF_SIGN = 0x8000;
  private static final int HALF_MANTISSA = 0x3ff;
  private static final int HALF_MANTISSA_BITS = 10;
  private static final int HALF_EXPONENT = 0x1f;
  private static final int HALF_BIAS = 15;
  private static final int BIAS = 127;
  private static final int MANTISSA_BITS = 23;
  private static final int EXPONENT = 0xff;

  private Conversion() {}

  /**
   * Converts what is in a buffer; a float64 is rounded.
   *
   * @param type a readable one
   * @param bytes little-endian
   */
  public static void toFloats(StoredType type, ByteBuffer bytes, float[] to, int from, int count) {
    switch (type) {
      case F32 -> bytes.asFloatBuffer().get(to, from, count);
      case F64 -> {
        for (int i = 0; i < count; i++) {
          to[from + i] = (float) bytes.getDouble(i * Double.BYTES);
        }
      }
      case BF16 -> {
        for (int i = 0; i < count; i++) {
          to[from + i] = Float.intBitsToFloat(bytes.getShort(i * Short.BYTES) << Short.SIZE);
        }
      }
      case F16 -> {
        for (int i = 0; i < count; i++) {
          to[from + i] = half(bytes.getShort(i * Short.BYTES));
        }
      }
      default -> throw new IllegalArgumentException("'type' must be readable, but was " + type);
    }
  }

  /** An IEEE half: 1 sign bit, 5 exponent bits with a bias of 15, 10 mantissa bits. */
  public static float half(short bits) {
    int sign = (bits & HALF_SIGN) << Short.SIZE;
    int exponent = (bits >> HALF_MANTISSA_BITS) & HALF_EXPONENT;
    int mantissa = bits & HALF_MANTISSA;
    if (exponent == 0) { // Zero, or a number below the smallest with a leading one: mantissa·2^−24.
      float size = mantissa * 0x1p-24f;
      return sign == 0 ? size : -size;
    }
    int wide = exponent == HALF_EXPONENT ? EXPONENT : exponent - HALF_BIAS + BIAS;
    return Float.intBitsToFloat(
        sign | (wide << MANTISSA_BITS) | (mantissa << (MANTISSA_BITS - HALF_MANTISSA_BITS)));
  }
}
