package org.inferscope.compute.reference;

import java.util.function.DoubleUnaryOperator;
import org.inferscope.compute.Pointwise;

/** The operations that go row by row, in float64 inside. T rows, D columns. */
final class Rows {
  private static final double SQRT_2_OVER_PI = Math.sqrt(2 / Math.PI);

  private Rows() {}

  /** {@code x[T, D] += bias[D]}. */
  static void addBias(Strided x, Strided bias) {
    for (int i = 0; i < x.rows; i++) {
      for (int j = 0; j < x.cols; j++) {
        x.data[x.at(i, j)] += bias.data[bias.at(0, j)];
      }
    }
  }

  /** {@code out[T, D] = a[T, D] + b[T, D]}. */
  static void add(Strided a, Strided b, Strided out) {
    for (int i = 0; i < a.rows; i++) {
      for (int j = 0; j < a.cols; j++) {
        out.data[out.at(i, j)] = a.data[a.at(i, j)] + b.data[b.at(i, j)];
      }
    }
  }

  /** {@code out[T, D] = f(x[T, D] + bias[D])}; the sum is rounded to float32 first. */
  static void activate(Pointwise f, Strided x, Strided bias, Strided out) {
    for (int i = 0; i < x.rows; i++) {
      for (int j = 0; j < x.cols; j++) {
        float sum = x.data[x.at(i, j)] + bias.data[bias.at(0, j)];
        out.data[out.at(i, j)] = (float) f.of(sum);
      }
    }
  }

  /** {@code out[T, D] = f(x[T, D])}. */
  static void map(Strided x, Strided out, DoubleUnaryOperator f) {
    for (int i = 0; i < x.rows; i++) {
      for (int j = 0; j < x.cols; j++) {
        out.data[out.at(i, j)] = (float) f.applyAsDouble(x.data[x.at(i, j)]);
      }
    }
  }

  /** GELU in GPT-2's tanh form; −∞ gives NaN, as −∞ times 0 does. */
  static double gelu(double x) {
    return 0.5 * x * (1 + Math.tanh(SQRT_2_OVER_PI * (x + 0.044715 * x * x * x)));
  }

  static void layerNorm(Strided x, Strided gain, Strided bias, double epsilon, Strided out) {
    for (int i = 0; i < x.rows; i++) {
      double mean = mean(x, i);
      double scale = 1 / Math.sqrt(variance(x, i, mean) + epsilon);
      for (int j = 0; j < x.cols; j++) {
        double normal = (x.data[x.at(i, j)] - mean) * scale;
        out.data[out.at(i, j)] =
            (float) (normal * gain.data[gain.at(0, j)] + bias.data[bias.at(0, j)]);
      }
    }
  }

  private static double mean(Strided x, int i) {
    double sum = 0;
    for (int j = 0; j < x.cols; j++) {
      sum += x.data[x.at(i, j)];
    }
    return sum / x.cols;
  }

  private static double variance(Strided x, int i, double mean) {
    double sum = 0;
    for (int j = 0; j < x.cols; j++) {
      double off = x.data[x.at(i, j)] - mean;
      sum += off * off;
    }
    return sum / x.cols;
  }

  /** Softmax of row i over columns 0 to {@code past + i}, 0 elsewhere. */
  static void causalSoftmax(Strided x, int past, Strided out) {
    for (int i = 0; i < x.rows; i++) {
      int seen = (int) Math.min(x.cols, past + i + 1L);
      softmax(x, i, seen, out);
      for (int j = seen; j < x.cols; j++) {
        out.data[out.at(i, j)] = 0;
      }
    }
  }

  private static void softmax(Strided x, int i, int seen, Strided out) {
    double max = Double.NEGATIVE_INFINITY;
    for (int j = 0; j < seen; j++) {
      max = Math.max(max, x.data[x.at(i, j)]);
    }
    double[] exp = new double[seen];
    double sum = 0;
    for (int j = 0; j < seen; j++) {
      exp[j] = Math.exp(x.data[x.at(i, j)] - max);
      sum += exp[j];
    }
    for (int j = 0; j < seen; j++) {
      out.data[out.at(i, j)] = (float) (exp[j] / sum);
    }
  }

  /** {@code out[T, D] = table[rows[T]]}. */
  static void gather(Strided table, int[] rows, Strided out) {
    // Rows without columns may start beyond the end of their array.
    for (int i = 0; table.cols > 0 && i < rows.length; i++) {
      System.arraycopy(table.data, table.at(rows[i], 0), out.data, out.at(i, 0), table.cols);
    }
  }
}
