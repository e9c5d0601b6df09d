package org.inferscope.ui.heatmap;

import java.nio.FloatBuffer;
import org.inferscope.tensor.Matrix;

/** Finds the value that gets the strongest colour. Stateless, any thread. */
public final class ColourScale {
  /** Coarse enough that the colours stay while a value is dragged, fine enough to use them well. */
  private static final double[] STEPS = {1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10};

  /** 1.2 as a float32 is a little more than 1.2, and must not need the next step. */
  private static final double FLOAT_ROUNDING = 1e-6;

  private ColourScale() {}

  /**
   * The largest finite size among all values, rounded up to 1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6 or 8
   * times a power of ten; 1 where there is none but zero.
   */
  public static double limit(Matrix... matrices) {
    double largest = 0;
    for (Matrix matrix : matrices) {
      largest = Math.max(largest, largest(matrix.buffer()));
    }
    return largest == 0 ? 1 : roundedUp(largest);
  }

  private static float largest(FloatBuffer values) {
    float largest = 0;
    for (int at = 0; at < values.limit(); at++) {
      float size = Math.abs(values.get(at));
      if (size > largest && size <= Float.MAX_VALUE) {
        largest = size;
      }
    }
    return largest;
  }

  private static double roundedUp(double size) {
    int exponent = (int) Math.floor(Math.log10(size));
    for (double step : STEPS) {
      double limit = scaled(step, exponent);
      if (limit >= size * (1 - FLOAT_ROUNDING)) {
        return limit;
      }
    }
    return scaled(STEPS[1], exponent + 1);
  }

  /** Step times a power of ten, read as decimal text is, so that 1.2e−1 is exactly 0.12. */
  private static double scaled(double step, int exponent) {
    return Double.parseDouble(step + "e" + exponent);
  }
}
