package org.inferscope.tensor;

import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * An immutable matrix of float32 values in row-major order. Either size may be zero. Two matrices
 * are equal when their sizes and all their values are, NaN being equal to NaN and 0 different from
 * −0, so that equality means "the same picture on the screen and the same bits in a file".
 */
public final class Matrix {
  private static final int SHOWN_IN_TO_STRING = 64;

  private final int rows;
  private final int cols;
  private final float[] data;

  /** What {@link #generate} asks for every entry. */
  @FunctionalInterface
  public interface Entry {
    /** The value in row i, column j, both counted from 0. */
    double at(int i, int j);
  }

  private Matrix(int rows, int cols, float[] data) {
    this.rows = rows;
    this.cols = cols;
    this.data = data;
  }

  /**
   * A matrix of these rows.
   *
   * @throws IllegalArgumentException if the rows differ in length
   */
  public static Matrix of(float[][] rows) {
    int cols = rows.length == 0 ? 0 : rows[0].length;
    float[] data = new float[sizeOf(rows.length, cols)];
    for (int i = 0; i < rows.length; i++) {
      requireWidth(rows[i].length, cols, i);
      System.arraycopy(rows[i], 0, data, i * cols, cols);
    }
    return new Matrix(rows.length, cols, data);
  }

  /**
   * A matrix of these rows, each value rounded to the nearest float32.
   *
   * @throws IllegalArgumentException if the rows differ in length
   */
  public static Matrix of(double[][] rows) {
    int cols = rows.length == 0 ? 0 : rows[0].length;
    for (int i = 0; i < rows.length; i++) {
      requireWidth(rows[i].length, cols, i);
    }
    return generate(rows.length, cols, (i, j) -> rows[i][j]);
  }

  /** A matrix of values given row after row; the array is copied. */
  public static Matrix of(int rows, int cols, float[] rowMajor) {
    return owning(rows, cols, rowMajor.clone());
  }

  /** A matrix of values given row after row, each rounded to the nearest float32. */
  public static Matrix of(int rows, int cols, double[] rowMajor) {
    Args.sameLength(rowMajor.length, "rowMajor", sizeOf(rows, cols), "rows × cols");
    return generate(rows, cols, (i, j) -> rowMajor[i * cols + j]);
  }

  /**
   * A matrix that takes the array over without copying, for results of computations. The caller
   * gives the array up: changing it afterwards breaks the promise of this class.
   */
  public static Matrix owning(int rows, int cols, float[] rowMajor) {
    Args.sameLength(rowMajor.length, "rowMajor", sizeOf(rows, cols), "rows × cols");
    return new Matrix(rows, cols, rowMajor);
  }

  /** A matrix of zeros. */
  public static Matrix zeros(int rows, int cols) {
    return new Matrix(rows, cols, new float[sizeOf(rows, cols)]);
  }

  /** The n×n matrix with ones on the diagonal. */
  public static Matrix identity(int n) {
    return generate(n, n, (i, j) -> i == j ? 1 : 0);
  }

  /** A matrix whose entries a function gives, asked row by row from the top left. */
  public static Matrix generate(int rows, int cols, Entry entry) {
    float[] data = new float[sizeOf(rows, cols)];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < cols; j++) {
        data[i * cols + j] = (float) entry.at(i, j);
      }
    }
    return new Matrix(rows, cols, data);
  }

  /** How many rows there are. */
  public int rows() {
    return rows;
  }

  /** How many columns there are. */
  public int cols() {
    return cols;
  }

  /** How many numbers there are: rows × columns. */
  public int size() {
    return data.length;
  }

  /** The sizes as a shape of rank 2. */
  public Shape shape() {
    return Shape.of(rows, cols);
  }

  /** The sizes as shown on screen: {@code 2×3}. */
  public String shapeText() {
    return rows + "×" + cols;
  }

  /** The value in row i, column j, both counted from 0. */
  public float get(int i, int j) {
    Args.index(i, rows, "i");
    Args.index(j, cols, "j");
    return data[i * cols + j];
  }

  /** A copy of row i: {@code cols} values. */
  public float[] row(int i) {
    Args.index(i, rows, "i");
    return Arrays.copyOfRange(data, i * cols, (i + 1) * cols);
  }

  /** Whether row i is the same as that of another matrix with as many columns, bit for bit. */
  public boolean rowEquals(int i, Matrix other) {
    Args.index(i, Math.min(rows, other.rows), "i");
    Args.sameLength(other.cols, "other.cols", cols, "cols");
    int from = i * cols;
    int to = from + cols;
    return Arrays.equals(data, from, to, other.data, from, to);
  }

  /** A copy of column j: {@code rows} values. */
  public float[] column(int j) {
    Args.index(j, cols, "j");
    float[] column = new float[rows];
    for (int i = 0; i < rows; i++) {
      column[i] = data[i * cols + j];
    }
    return column;
  }

  /** A copy of all values, row after row. */
  public float[] toArray() {
    return data.clone();
  }

  /** A copy of all values, row after row, in float64. */
  public double[] toDoubles() {
    double[] doubles = new double[data.length];
    for (int i = 0; i < doubles.length; i++) {
      doubles[i] = data[i];
    }
    return doubles;
  }

  /** All values, row after row, as a read-only view that copies nothing. */
  public FloatBuffer buffer() {
    return FloatBuffer.wrap(data).asReadOnlyBuffer();
  }

  /** The matrix mirrored at its diagonal: [M, N] becomes [N, M]. */
  public Matrix transpose() {
    return generate(cols, rows, (i, j) -> data[j * cols + i]);
  }

  /** This matrix with one value changed. */
  public Matrix with(int i, int j, float value) {
    Args.index(i, rows, "i");
    Args.index(j, cols, "j");
    float[] changed = data.clone();
    changed[i * cols + j] = value;
    return new Matrix(rows, cols, changed);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Matrix m
        && m.rows == rows
        && m.cols == cols
        && Arrays.equals(m.data, data);
  }

  @Override
  public int hashCode() {
    return (31 * rows + cols) * 31 + Arrays.hashCode(data);
  }

  /** The sizes, and the rows while they are few enough to read; for logs and test failures. */
  @Override
  public String toString() {
    if (data.length > SHOWN_IN_TO_STRING) {
      return "Matrix " + shapeText();
    }
    StringBuilder text = new StringBuilder("Matrix ").append(shapeText()).append(" [");
    for (int i = 0; i < rows; i++) {
      text.append(i == 0 ? "" : ", ").append(Arrays.toString(row(i)));
    }
    return text.append(']').toString();
  }

  private static int sizeOf(int rows, int cols) {
    Args.notNegative(rows, "rows");
    Args.notNegative(cols, "cols");
    long size = (long) rows * cols;
    Args.require(size <= Integer.MAX_VALUE - 8, "rows × cols", size, "small enough for one array");
    return (int) size;
  }

  private static void requireWidth(int width, int cols, int row) {
    Args.require(width == cols, "rows[" + row + "].length", width, cols + " as in row 0");
  }
}
