package org.inferscope.model.linear;

import java.util.List;

/**
 * One of the products that a determinant adds up (Leibniz 1693): an entry from each row, no two of
 * one column.
 *
 * @param sign 1 or −1
 * @param columns the column of the entry in each row
 */
record Leibniz(int sign, List<Integer> columns) {
  private static final List<Leibniz> TWO =
      List.of(new Leibniz(1, List.of(0, 1)), new Leibniz(-1, List.of(1, 0)));
  private static final List<Leibniz> THREE =
      List.of(
          new Leibniz(1, List.of(0, 1, 2)),
          new Leibniz(1, List.of(1, 2, 0)),
          new Leibniz(1, List.of(2, 0, 1)),
          new Leibniz(-1, List.of(2, 1, 0)),
          new Leibniz(-1, List.of(0, 2, 1)),
          new Leibniz(-1, List.of(1, 0, 2)));

  /** The products of a 2×2 or a 3×3 determinant. */
  static List<Leibniz> of(int n) {
    return n == 2 ? TWO : THREE;
  }

  double value(double[][] matrix) {
    double product = sign;
    for (int i = 0; i < columns.size(); i++) {
      product *= matrix[i][columns.get(i)];
    }
    return product;
  }
}
