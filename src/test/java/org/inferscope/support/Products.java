package org.inferscope.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.inferscope.compute.MatmulOperands;

/** Holds what an implementation of products computed against float64. */
public final class Products {
  /** Half the distance from 1 to the next float32: the largest relative error of rounding. */
  private static final double ROUNDING = 0x1p-24;

  private Products() {}

  /**
   * Fails unless c is A [M, K] x B [K, N] as closely as rounding allows, however terms are ordered.
   */
  public static void assertIsTheProduct(float[] c, int m, int k, int n) {
    float[] a = MatmulOperands.left(m, k);
    float[] b = MatmulOperands.right(k, n);
    assertThat(c).hasSize(m * n);
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        double sum = 0;
        double magnitude = 0;
        for (int p = 0; p < k; p++) {
          double term = (double) a[i * k + p] * b[p * n + j];
          sum += term;
          magnitude += Math.abs(term);
        }
        assertThat(Math.abs(c[i * n + j] - sum))
            .as("row %d, column %d", i, j)
            .isLessThanOrEqualTo((k + 1) * ROUNDING * magnitude);
      }
    }
  }
}
