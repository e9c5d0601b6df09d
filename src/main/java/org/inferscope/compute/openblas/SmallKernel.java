package org.inferscope.compute.openblas;

import org.inferscope.compute.MatrixView;
import org.inferscope.compute.MatrixView.Layout;

/**
 * Finds out whether OpenBLAS has good kernels for small products on this processor. On those with
 * AVX-512 it computes up to a million multiply-adds without rearranging the factors, half as long
 * again for each as it takes just beyond; elsewhere nothing changes there. It does not tell which
 * kernels it took, so this is measured, in half a millisecond.
 */
final class SmallKernel {
  private static final int SIZE = 128;

  /** 48·128·128 is below a million, 64·128·128 above. */
  private static final int FEW_ROWS = 48;

  private static final int MORE_ROWS = 64;

  /** The share of the time of a multiply-add in a larger product. */
  private static final double GOOD = 0.85;

  private static final int TRIALS = 8;

  private SmallKernel() {}

  /** Whether small products are clearly quicker; on the thread that owns the backend. */
  static boolean isGood() {
    try (NativeTensor a = new NativeTensor(SIZE * MORE_ROWS).clear();
        NativeTensor b = new NativeTensor(SIZE * SIZE).clear();
        NativeTensor c = new NativeTensor(SIZE * MORE_ROWS).clear()) {
      long few = Long.MAX_VALUE;
      long more = Long.MAX_VALUE;
      for (int trial = 0; trial < TRIALS; trial++) {
        few = Math.min(few, nanos(FEW_ROWS, a, b, c));
        more = Math.min(more, nanos(MORE_ROWS, a, b, c));
      }
      return few * MORE_ROWS < GOOD * more * FEW_ROWS;
    }
  }

  /** [M, K] x [K, N] -> [M, N]. */
  private static long nanos(int rows, NativeTensor a, NativeTensor b, NativeTensor c) {
    MatrixView left = MatrixView.of(a, rows, SIZE);
    MatrixView right = MatrixView.of(b, SIZE, SIZE);
    MatrixView product = MatrixView.of(c, rows, SIZE);
    long start = System.nanoTime();
    Cblas.gemm(1, left, Layout.PLAIN, right, Layout.PLAIN, 0, product);
    return System.nanoTime() - start;
  }
}
