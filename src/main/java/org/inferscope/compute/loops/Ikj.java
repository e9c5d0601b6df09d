package org.inferscope.compute.loops;

import java.util.Arrays;

/**
 * The same with the two inner loops swapped: the innermost now goes along a row of B and a row of
 * C, number by number as they lie in memory, and none of its additions waits for another. Java
 * computes eight or sixteen of them with one instruction.
 */
final class Ikj {
  private Ikj() {}

  static void multiply(float[][] a, float[][] b, float[][] c, int from, int to) {
    for (int i = from; i < to; i++) {
      Arrays.fill(c[i], 0);
      for (int k = 0; k < b.length; k++) {
        add(a[i][k], b[k], c[i]);
      }
    }
  }

  private static void add(float factor, float[] ofB, float[] ofC) {
    for (int j = 0; j < ofC.length; j++) {
      ofC[j] += factor * ofB[j];
    }
  }
}
