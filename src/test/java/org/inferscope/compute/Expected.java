package org.inferscope.compute;

import org.inferscope.compute.MatrixView.Layout;

/** What the operations should give, straight from their definitions, in float64. */
final class Expected {
  private Expected() {}

  static double[] gemm(
      double alpha, Placed a, Layout ofA, Placed b, Layout ofB, double beta, Placed c, int k) {
    int cols = c.values().length == 0 ? 0 : c.values()[0].length;
    double[] out = new double[c.values().length * cols];
    for (int j = 0; j < cols; j++) {
      double[] column = b.column(j, k, ofB);
      for (int i = 0; i < c.values().length; i++) {
        double sum = 0;
        for (int p = 0; p < k; p++) {
          sum += a.at(i, p, ofA) * column[p];
        }
        out[i * cols + j] = alpha * sum + (beta == 0 ? 0 : beta * c.values()[i][j]);
      }
    }
    return out;
  }

  static double gelu(double x) {
    return x / 2 * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * Math.pow(x, 3))));
  }

  static double[] layerNorm(double[] x, double[] gain, double[] bias, double epsilon) {
    double mean = 0;
    for (double v : x) {
      mean += v / x.length;
    }
    double variance = 0;
    for (double v : x) {
      variance += (v - mean) * (v - mean) / x.length;
    }
    double[] out = new double[x.length];
    for (int j = 0; j < x.length; j++) {
      out[j] = (x[j] - mean) / Math.sqrt(variance + epsilon) * gain[j] + bias[j];
    }
    return out;
  }

  /** Softmax over the first {@code seen} numbers, zeros after them. */
  static double[] softmax(double[] x, int seen) {
    double max = Double.NEGATIVE_INFINITY;
    for (int j = 0; j < seen; j++) {
      max = Math.max(max, x[j]);
    }
    double sum = 0;
    for (int j = 0; j < seen; j++) {
      sum += Math.exp(x[j] - max);
    }
    double[] out = new double[x.length];
    for (int j = 0; j < seen; j++) {
      out[j] = Math.exp(x[j] - max) / sum;
    }
    return out;
  }
}
