package org.inferscope.model.matmul;

import java.util.Optional;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/**
 * Two matrices that cannot be multiplied: A's columns differ in number from B's rows.
 *
 * @param rowsA rows of A
 * @param columnsA columns of A
 * @param rowsB rows of B
 * @param columnsB columns of B
 */
public record ShapeMismatch(int rowsA, int columnsA, int rowsB, int columnsB) {
  /** The mismatch, if these shapes have one. */
  public static Optional<ShapeMismatch> of(int rowsA, int columnsA, int rowsB, int columnsB) {
    return columnsA == rowsB
        ? Optional.empty()
        : Optional.of(new ShapeMismatch(rowsA, columnsA, rowsB, columnsB));
  }

  /** The sentence that says what is wrong and what would be right. */
  public String message() {
    return Texts.get(
        "matmulmodel.shape.mismatch",
        Numbers.count(rowsA),
        Numbers.count(columnsA),
        Numbers.count(rowsB),
        Numbers.count(columnsB));
  }
}
