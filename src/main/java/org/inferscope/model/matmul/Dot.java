package org.inferscope.model.matmul;

import org.inferscope.tensor.Matrix;

/** The first terms of one dot product, summed in order of k. */
final class Dot {
  private Dot() {}

  /** Rounded to float32 after every product and every sum, as all six algorithms do it. */
  static float float32(Matrix a, Matrix b, int i, int j, int terms) {
    float sum = 0;
    for (int k = 0; k < terms; k++) {
      float product = a.get(i, k) * b.get(k, j);
      sum = k == 0 ? product : sum + product;
    }
    return sum;
  }

  /** In float64 from the same float32 factors, whose products it holds exactly. */
  static double float64(Matrix a, Matrix b, int i, int j, int terms) {
    double sum = 0;
    for (int k = 0; k < terms; k++) {
      sum += (double) a.get(i, k) * b.get(k, j);
    }
    return sum;
  }

  /** The sum of the terms' sizes, which bounds how far rounding can move the sum. */
  static double magnitude(Matrix a, Matrix b, int i, int j) {
    double sum = 0;
    for (int k = 0; k < a.cols(); k++) {
      sum += Math.abs((double) a.get(i, k) * b.get(k, j));
    }
    return sum;
  }
}
