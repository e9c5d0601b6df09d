package org.inferscope.compute;

import java.util.SplittableRandom;

/** The numbers that every {@link MatmulImpl} multiplies, so that their results can be compared. */
public final class SeededMatrix {
  private SeededMatrix() {}

  /** Numbers from -1 to 1 [rows, cols], row after row, the same each time. Any thread. */
  public static float[] of(int rows, int cols) {
    SplittableRandom random = new SplittableRandom(rows * 31L + cols);
    float[] numbers = new float[rows * cols];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) (2 * random.nextDouble() - 1);
    }
    return numbers;
  }
}
