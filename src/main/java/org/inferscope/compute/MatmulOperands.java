package org.inferscope.compute;

import java.util.SplittableRandom;

/**
 * The matrices that every {@link MatmulImpl} multiplies: numbers from −1 to 1, the same in every
 * run, so that results can be held against each other. Any thread.
 */
public final class MatmulOperands {
  private MatmulOperands() {}

  /** A [M, K], row after row. */
  public static float[] left(int m, int k) {
    return random(1, m, k);
  }

  /** B [K, N], row after row. */
  public static float[] right(int k, int n) {
    return random(2, k, n);
  }

  private static float[] random(long seed, int rows, int cols) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] numbers = new float[Math.multiplyExact(rows, cols)];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) (2 * random.nextDouble() - 1);
    }
    return numbers;
  }
}
