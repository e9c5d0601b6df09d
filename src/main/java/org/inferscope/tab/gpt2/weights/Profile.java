package org.inferscope.tab.gpt2.weights;

import org.inferscope.model.gpt2.weights.WeightNumbers;
import org.inferscope.tab.gpt2.weights.WeightsPresenter.Cell;
import org.inferscope.tensor.Matrix;

/**
 * All numbers in a cell's row and in its column.
 *
 * @param parameter whose
 * @param cell the cell
 * @param row [1, cols]
 * @param column [rows, 1]
 * @param rowLimit the largest size in the row, above 0
 * @param columnLimit the largest size in the column, above 0
 */
record Profile(
    String parameter,
    Cell cell,
    Matrix row,
    Matrix column,
    double rowLimit,
    double columnLimit) {
  static Profile of(String parameter, Cell cell, WeightNumbers numbers) {
    float[] row = numbers.row(cell.row());
    float[] column = numbers.column(cell.col());
    return new Profile(
        parameter,
        cell,
        Matrix.owning(1, row.length, row),
        Matrix.owning(column.length, 1, column),
        limit(row),
        limit(column));
  }

  private static double limit(float[] values) {
    float largest = 0;
    for (float value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest > 0 ? largest : 1;
  }
}
