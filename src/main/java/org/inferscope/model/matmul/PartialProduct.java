package org.inferscope.model.matmul;

import org.inferscope.tensor.Matrix;

/** C while it is computed: float32 sums and how many terms each has. For one owner at a time. */
final class PartialProduct {
  private final int rows;
  private final int columns;
  private final float[] sums;
  private final int[] terms;

  PartialProduct(int rows, int columns) {
    this(rows, columns, new float[rows * columns], new int[rows * columns]);
  }

  private PartialProduct(int rows, int columns, float[] sums, int[] terms) {
    this.rows = rows;
    this.columns = columns;
    this.sums = sums;
    this.terms = terms;
  }

  PartialProduct copy() {
    return new PartialProduct(rows, columns, sums.clone(), terms.clone());
  }

  /** Stores the first product of an element, adds a later one. */
  void add(int i, int j, float product) {
    int at = i * columns + j;
    sums[at] = terms[at] == 0 ? product : sums[at] + product;
    terms[at]++;
  }

  float sum(int i, int j) {
    return sums[i * columns + j];
  }

  int terms(int i, int j) {
    return terms[i * columns + j];
  }

  Matrix toMatrix() {
    return Matrix.of(rows, columns, sums);
  }
}
