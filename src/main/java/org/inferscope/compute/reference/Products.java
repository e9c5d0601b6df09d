package org.inferscope.compute.reference;

import java.util.Arrays;

/**
 * {@code c = alpha * a b + beta * c} for a [M, K], b [K, N], c [M, N], in the loop order ikj: row i
 * of the product is a sum of rows of b, which are read along the memory. One row of sums is kept
 * apart, so that alpha and beta act once at the end.
 */
final class Products {
  private Products() {}

  static void inFloat32(float alpha, Strided a, Strided b, float beta, Strided c) {
    float[] sums = new float[c.cols];
    for (int i = 0; i < c.rows; i++) {
      Arrays.fill(sums, 0);
      for (int k = 0; alpha != 0 && k < a.cols; k++) {
        addRow(a.data[a.at(i, k)], b, k, sums);
      }
      for (int j = 0; j < sums.length; j++) {
        int at = c.at(i, j);
        float old = beta == 0 ? 0 : beta * c.data[at];
        c.data[at] = alpha == 0 ? old : old + alpha * sums[j];
      }
    }
  }

  static void inFloat64(float alpha, Strided a, Strided b, float beta, Strided c) {
    double[] sums = new double[c.cols];
    for (int i = 0; i < c.rows; i++) {
      Arrays.fill(sums, 0);
      for (int k = 0; alpha != 0 && k < a.cols; k++) {
        addRow(a.data[a.at(i, k)], b, k, sums);
      }
      for (int j = 0; j < sums.length; j++) {
        int at = c.at(i, j);
        double old = beta == 0 ? 0 : (double) beta * c.data[at];
        c.data[at] = (float) (alpha == 0 ? old : old + alpha * sums[j]);
      }
    }
  }

  /** {@code sums += factor * b[k]}; the indices are kept simple enough for the JIT to vectorise. */
  private static void addRow(float factor, Strided b, int k, float[] sums) {
    float[] data = b.data;
    int from = b.at(k, 0);
    if (b.colStep == 1) {
      for (int j = 0; j < sums.length; j++) {
        sums[j] += factor * data[from + j];
      }
    } else {
      for (int j = 0; j < sums.length; j++) {
        sums[j] += factor * data[from + j * b.colStep];
      }
    }
  }

  /** As above; a product of two float32 numbers is exact in float64. */
  private static void addRow(double factor, Strided b, int k, double[] sums) {
    float[] data = b.data;
    int from = b.at(k, 0);
    if (b.colStep == 1) {
      for (int j = 0; j < sums.length; j++) {
        sums[j] += factor * data[from + j];
      }
    } else {
      for (int j = 0; j < sums.length; j++) {
        sums[j] += factor * data[from + j * b.colStep];
      }
    }
  }
}
