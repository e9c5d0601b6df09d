package org.inferscope.tensor;

/** Number formats that weights and activations are kept in, with the room each takes in memory. */
public enum DType {
  /** IEEE single precision. */
  FP32(32),
  /** Single precision whose products keep 10 mantissa bits; kept in memory as 32 bits. */
  TF32(32),
  /** IEEE half precision. */
  FP16(16),
  /** The upper half of a float32: its exponent, 7 mantissa bits. */
  BF16(16),
  /** 8-bit floating point (E4M3 or E5M2). */
  FP8(8),
  /** 8-bit integers with a scale. */
  INT8(8),
  /** 4-bit integers with a scale, two to a byte. */
  INT4(4);

  private final int bits;

  DType(int bits) {
    this.bits = bits;
  }

  /** Bits that one number takes in memory. */
  public int bits() {
    return bits;
  }

  /** Bytes that one number takes in memory; 0.5 for {@link #INT4}. */
  public double bytes() {
    return bits / 8.0;
  }

  /**
   * Bytes that this many numbers take, packed, the last byte filled up.
   *
   * @throws ArithmeticException if the count is too large for a long
   */
  public long bytes(long count) {
    Args.require(count >= 0, "count", count, "0 or more");
    return Math.addExact(Math.multiplyExact(count, (long) bits), 7L) / 8;
  }

  /** The name as shown on screen: FP32, BF16 and so on, which are names and not translated. */
  public String label() {
    return name();
  }
}
