package org.inferscope.tab.gpt2.weights;

import org.inferscope.model.gpt2.weights.ParameterFacts;
import org.inferscope.model.gpt2.weights.WeightNumbers;
import org.inferscope.tensor.Matrix;

/**
 * The numbers of the notebook's two pictures of a matrix. Immutable, any thread.
 *
 * @param parameter which
 * @param step between the rows, and between the columns, of the first picture
 * @param sampled every step-th row and column
 * @param corner the first rows and columns
 */
record Corner(ParameterFacts parameter, int step, Matrix sampled, Matrix corner) {
  private static final int ROWS = 64;

  /** Rows and columns of the corner. */
  static final int SIDE = 32;

  /** Reads them. */
  static Corner of(ParameterFacts parameter, WeightNumbers numbers) {
    int step = Math.max(1, numbers.rows() / ROWS);
    Matrix sampled = every(numbers, step);
    Matrix corner =
        Matrix.generate(
            Math.min(SIDE, numbers.rows()), Math.min(SIDE, numbers.cols()), numbers::get);
    return new Corner(parameter, step, sampled, corner);
  }

  private static Matrix every(WeightNumbers numbers, int step) {
    int rows = (numbers.rows() - 1) / step + 1;
    int cols = (numbers.cols() - 1) / step + 1;
    float[] values = new float[rows * cols];
    for (int i = 0; i < rows; i++) {
      float[] row = numbers.row(i * step);
      for (int j = 0; j < cols; j++) {
        values[i * cols + j] = row[j * step];
      }
    }
    return Matrix.owning(rows, cols, values);
  }
}
