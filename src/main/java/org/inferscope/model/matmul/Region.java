package org.inferscope.model.matmul;

/**
 * A rectangle of cells of one matrix; bounds count from 0 and the end is exclusive.
 *
 * @param top first row
 * @param bottom row after the last
 * @param left first column
 * @param right column after the last
 */
public record Region(int top, int bottom, int left, int right) {
  /** No cell at all. */
  public static final Region NONE = new Region(0, 0, 0, 0);

  /** The single cell (row, column). */
  public static Region cell(int row, int column) {
    return new Region(row, row + 1, column, column + 1);
  }

  /** A whole row of a matrix of that many columns. */
  public static Region row(int row, int columns) {
    return new Region(row, row + 1, 0, columns);
  }

  /** A whole column of a matrix of that many rows. */
  public static Region column(int column, int rows) {
    return new Region(0, rows, column, column + 1);
  }

  /** A whole matrix. */
  public static Region all(int rows, int columns) {
    return new Region(0, rows, 0, columns);
  }

  /** Whether the cell lies inside. */
  public boolean contains(int row, int column) {
    return row >= top && row < bottom && column >= left && column < right;
  }

  /** Number of cells inside. */
  public int cells() {
    return (bottom - top) * (right - left);
  }

  /** Whether no cell lies inside. */
  public boolean isEmpty() {
    return cells() == 0;
  }
}
