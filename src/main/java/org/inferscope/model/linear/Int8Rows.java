package org.inferscope.model.linear;

import org.inferscope.tensor.Matrix;

/**
 * A matrix in symmetric INT8 with a scale for each row: scale = max|row| / 127, q = row / scale
 * rounded to the nearest integer, half to even, from −127 to 127. A row of zeros, or of numbers so
 * small that the scale rounds to zero, has scale 0 and only zeros. A row that holds NaN or an
 * infinity cannot be scaled; its scale is NaN and so is all that is computed with it.
 */
final class Int8Rows {
  /** The largest integer used; −128 is left out, so that the range is symmetric. */
  static final int LARGEST = 127;

  private final int rows;
  private final int cols;
  private final byte[] integers;
  private final float[] scales;

  private Int8Rows(int rows, int cols) {
    this.rows = rows;
    this.cols = cols;
    integers = new byte[rows * cols];
    scales = new float[rows];
  }

  static Int8Rows of(Matrix matrix) {
    Int8Rows quantized = new Int8Rows(matrix.rows(), matrix.cols());
    for (int i = 0; i < matrix.rows(); i++) {
      quantized.fill(i, matrix.row(i));
    }
    return quantized;
  }

  private void fill(int i, float[] row) {
    float scale = largest(row) / LARGEST;
    scales[i] = scale;
    for (int j = 0; j < cols && scale > 0; j++) {
      float q = (float) Math.rint(row[j] / scale);
      integers[i * cols + j] = (byte) Math.max(-LARGEST, Math.min(LARGEST, q));
    }
  }

  private static float largest(float[] row) {
    float largest = 0;
    for (float x : row) {
      largest = Math.max(largest, Math.abs(x)); // NaN as soon as there is one.
    }
    return Float.isInfinite(largest) ? Float.NaN : largest;
  }

  float scale(int i) {
    return scales[i];
  }

  int integer(int i, int j) {
    return integers[i * cols + j];
  }

  /** What the format holds, in float64: the integer times its scale. */
  double value(int i, int j) {
    return (double) integer(i, j) * scales[i];
  }

  /** The same as float32. */
  Matrix values() {
    return Matrix.generate(rows, cols, this::value);
  }

  /** The exact sum of products of row i here and a row there; fits for up to 133,000 columns. */
  int dot(int i, Int8Rows other, int row) {
    int sum = 0;
    int left = i * cols;
    int right = row * cols;
    for (int j = 0; j < cols; j++) {
      sum += integers[left + j] * other.integers[right + j];
    }
    return sum;
  }
}
