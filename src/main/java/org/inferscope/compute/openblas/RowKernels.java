package org.inferscope.compute.openblas;

import java.util.Arrays;
import org.inferscope.compute.Pointwise;

/** What happens to one row [D], in place. */
final class RowKernels {
  private static final double SQRT_2_OVER_PI = Math.sqrt(2 / Math.PI);

  /** Where tanh is x − x³/3 to 11 digits. */
  private static final double NEAR_ZERO = 1e-3;

  private RowKernels() {}

  static void scale(float[] row, float factor) {
    if (factor == 0) {
      Arrays.fill(row, 0);
      return;
    }
    for (int j = 0; j < row.length; j++) {
      row[j] *= factor;
    }
  }

  static void add(float[] row, float[] added) {
    for (int j = 0; j < row.length; j++) {
      row[j] += added[j];
    }
  }

  /** A function on every number; those with an exponential in float64, where it is an intrinsic. */
  static void apply(Pointwise f, float[] row) {
    switch (f) {
      case IDENTITY -> {}
      case RELU -> relu(row);
      case LEAKY_RELU -> leakyRelu(row);
      case GELU -> gelu(row);
      case SILU -> silu(row);
      case SIGMOID -> sigmoid(row);
      case TANH -> tanh(row);
    }
  }

  /** As the slope is less than 1, the larger of x and its slope: a maximum is one instruction. */
  private static void leakyRelu(float[] row) {
    float slope = (float) Pointwise.LEAK;
    for (int j = 0; j < row.length; j++) {
      row[j] = Math.max(row[j], slope * row[j]);
    }
  }

  private static void silu(float[] row) {
    for (int j = 0; j < row.length; j++) {
      double x = row[j];
      row[j] = (float) (x / (1 + Math.exp(-x)));
    }
  }

  private static void sigmoid(float[] row) {
    for (int j = 0; j < row.length; j++) {
      row[j] = (float) (1 / (1 + Math.exp(-(double) row[j])));
    }
  }

  /**
   * {@code tanh x = 1 - 2 / (exp(2x) + 1)}. Near 0 that would lose the digits of x, so there its
   * series, whose next term is below float32's.
   */
  private static void tanh(float[] row) {
    for (int j = 0; j < row.length; j++) {
      double x = row[j];
      row[j] =
          (float) (Math.abs(x) < NEAR_ZERO ? x - x * x * x / 3 : 1 - 2 / (Math.exp(2 * x) + 1));
    }
  }

  static void relu(float[] row) {
    for (int j = 0; j < row.length; j++) {
      row[j] = Math.max(row[j], 0);
    }
  }

  /**
   * GPT-2's GELU, rewritten: {@code (1 + tanh u) / 2 = 1 / (1 + exp(-2u))}, which takes one exp, an
   * intrinsic of the JIT, in place of a slow tanh.
   */
  static void gelu(float[] row) {
    for (int j = 0; j < row.length; j++) {
      double x = row[j];
      double u = SQRT_2_OVER_PI * (x + 0.044715 * x * x * x);
      row[j] = (float) (x / (1 + Math.exp(-2 * u)));
    }
  }

  /** Mean, then variance, then the row; the two sums in float64. */
  static void layerNorm(float[] row, float[] gain, float[] bias, float epsilon) {
    double sum = 0;
    for (float x : row) {
      sum += x;
    }
    float mean = (float) (sum / row.length);
    double squares = 0;
    for (float x : row) {
      double off = x - mean;
      squares += off * off;
    }
    float scale = (float) (1 / Math.sqrt(squares / row.length + epsilon));
    for (int j = 0; j < row.length; j++) {
      row[j] = (row[j] - mean) * scale * gain[j] + bias[j];
    }
  }

  /** Softmax of the first so many numbers; the rest becomes 0. */
  static void softmax(float[] row, int seen) {
    float max = Float.NEGATIVE_INFINITY;
    for (int j = 0; j < seen; j++) {
      max = Math.max(max, row[j]);
    }
    double sum = 0;
    for (int j = 0; j < seen; j++) {
      row[j] = (float) Math.exp(row[j] - max);
      sum += row[j];
    }
    float scale = (float) (1 / sum);
    for (int j = 0; j < seen; j++) {
      row[j] *= scale;
    }
    Arrays.fill(row, seen, row.length, 0);
  }
}
