package org.inferscope.tab.matmul;

/** Something on the stage that can be pointed at. */
sealed interface Target {
  /** A cell of a matrix, counted from 0. */
  record Value(Operand operand, int row, int col) implements Target {}

  /** The name and shape of a matrix. */
  record Name(Operand operand) implements Target {}

  /** The number of a row. */
  record RowIndex(Operand operand, int row) implements Target {}

  /** The number of a column. */
  record ColumnIndex(Operand operand, int col) implements Target {}

  /** The line that spells out the step. */
  record Line() implements Target {}

  /** The sentence below it. */
  record Narration() implements Target {}
}
