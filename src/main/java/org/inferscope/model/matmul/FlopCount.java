package org.inferscope.model.matmul;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.inferscope.tensor.Args;
import org.inferscope.tensor.DType;

/**
 * What A [m, k] times B [k, n] costs, counted exactly for sizes up to {@link #LARGEST}, where
 * 2·M·N·K no longer fits into a long.
 *
 * @param m rows of A and C
 * @param k columns of A, rows of B
 * @param n columns of B and C
 */
public record FlopCount(long m, long k, long n) {
  /** The largest size. */
  public static final long LARGEST = 10_000_000;

  /** Checks that every size is 0 to {@link #LARGEST}. */
  public FlopCount {
    requireSize(m, "m");
    requireSize(k, "k");
    requireSize(n, "n");
  }

  private static void requireSize(long size, String name) {
    Args.require(size >= 0 && size <= LARGEST, name, size, "from 0 to " + LARGEST);
  }

  /** M·N·K. */
  public BigInteger multiplies() {
    return product(m, n, k);
  }

  /** M·N·(K − 1): an element's first product needs no add. 0 for K = 0. */
  public BigInteger adds() {
    return product(m, n, Math.max(0, k - 1));
  }

  /** The usual convention, 2·M·N·K: every multiply with an add, as a fused multiply-add does it. */
  public BigInteger flops() {
    return multiplies().shiftLeft(1);
  }

  /** Numbers in A, B and C together: M·K + K·N + M·N. */
  public BigInteger elements() {
    return product(m, k, 1).add(product(k, n, 1)).add(product(m, n, 1));
  }

  /** Bytes moved when A and B are read once and C is written once; part of a byte counts whole. */
  public BigInteger bytes(DType dtype) {
    BigInteger bits = elements().multiply(BigInteger.valueOf(dtype.bits()));
    return bits.add(BigInteger.valueOf(7)).shiftRight(3);
  }

  /** FLOPs per byte: 2·M·N·K over {@link #bytes}; 0 when nothing is moved. */
  public double intensity(DType dtype) {
    BigInteger bytes = bytes(dtype);
    if (bytes.signum() == 0) {
      return 0;
    }
    return new BigDecimal(flops())
        .divide(new BigDecimal(bytes), MathContext.DECIMAL64)
        .doubleValue();
  }

  private static BigInteger product(long x, long y, long z) {
    return BigInteger.valueOf(x).multiply(BigInteger.valueOf(y)).multiply(BigInteger.valueOf(z));
  }
}
