package org.inferscope.compute.loops;

import java.util.Arrays;

/**
 * As {@link Ikj}, but on a tile of B at a time, small enough to stay in the cache while all rows of
 * A use it; a large B is then no longer fetched from memory for each row anew. Four rows of the
 * tile are added at once, so that C is read and written once for four multiply-adds.
 */
final class Tiled {
  /** Rows of a tile, a multiple of 4. */
  private static final int DEPTH = 64;

  /** Columns of a tile, which then takes 128 KiB. */
  private static final int WIDTH = 512;

  private Tiled() {}

  static void multiply(float[][] a, float[][] b, float[][] c, int from, int to) {
    for (int i = from; i < to; i++) {
      Arrays.fill(c[i], 0);
    }
    int n = c[from].length;
    for (int k = 0; k < b.length; k += DEPTH) {
      for (int j = 0; j < n; j += WIDTH) {
        for (int i = from; i < to; i++) {
          tile(a[i], b, c[i], k, Math.min(b.length, k + DEPTH), j, Math.min(n, j + WIDTH));
        }
      }
    }
  }

  /** Adds to a row of C what rows {@code k <= row < toK} of B give to its columns j to toJ. */
  private static void tile(float[] a, float[][] b, float[] c, int k, int toK, int j, int toJ) {
    int row = k;
    for (; row + 4 <= toK; row += 4) {
      four(a, row, b[row], b[row + 1], b[row + 2], b[row + 3], c, j, toJ);
    }
    for (; row < toK; row++) {
      one(a[row], b[row], c, j, toJ);
    }
  }

  private static void four(
      float[] a, int k, float[] b0, float[] b1, float[] b2, float[] b3, float[] c, int j, int toJ) {
    float a0 = a[k];
    float a1 = a[k + 1];
    float a2 = a[k + 2];
    float a3 = a[k + 3];
    for (int col = j; col < toJ; col++) {
      c[col] += a0 * b0[col] + a1 * b1[col] + a2 * b2[col] + a3 * b3[col];
    }
  }

  private static void one(float a, float[] b, float[] c, int j, int toJ) {
    for (int col = j; col < toJ; col++) {
      c[col] += a * b[col];
    }
  }
}
