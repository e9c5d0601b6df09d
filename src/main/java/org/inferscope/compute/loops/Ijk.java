package org.inferscope.compute.loops;

/**
 * The definition, word for word: for every row i and every column j the sum over k. The innermost
 * loop goes down a column of B, so that each number comes from another line of the cache; and its
 * additions wait for each other, since float32 sums may not be reordered.
 */
final class Ijk {
  private Ijk() {}

  static void multiply(float[][] a, float[][] b, float[][] c, int from, int to) {
    for (int i = from; i < to; i++) {
      for (int j = 0; j < c[i].length; j++) {
        float sum = 0;
        for (int k = 0; k < b.length; k++) {
          sum += a[i][k] * b[k][j];
        }
        c[i][j] = sum;
      }
    }
  }
}
