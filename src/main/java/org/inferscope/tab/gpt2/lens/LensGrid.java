package org.inferscope.tab.gpt2.lens;

import org.inferscope.ui.paint.Box;

/**
 * The cells of the table: a row for each hidden state, a column for each token, in pixels.
 *
 * @param rows how many rows
 * @param cols how many columns
 * @param cellW width of a cell, gap included
 * @param cellH height of a cell, gap included
 * @param gap between cells
 */
record LensGrid(int rows, int cols, double cellW, double cellH, double gap) {
  private static final double NARROWEST = 84;
  private static final double WIDEST = 170;
  private static final double LOWEST = 1.6;
  private static final double HIGHEST = 84;

  /** Cells that fill a place as far as they are neither too small to read nor needlessly large. */
  static LensGrid of(int rows, int cols, double w, double h, double unit, double smallest) {
    double least = NARROWEST * smallest / 12 * unit;
    double low = LOWEST * smallest * unit;
    double most = Math.max(low, HIGHEST * unit);
    return new LensGrid(
        rows,
        cols,
        Math.max(least, Math.min(WIDEST * unit, w / cols)),
        Math.max(low, Math.min(most, h / rows)),
        Math.max(1, Math.round(2 * unit)));
  }

  double width() {
    return cols * cellW;
  }

  double height() {
    return rows * cellH;
  }

  Box cell(int row, int col) {
    return new Box(col * cellW, row * cellH, cellW - gap, cellH - gap);
  }

  Box column(int col) {
    return new Box(col * cellW, 0, cellW - gap, height() - gap);
  }

  /** The row at a height, −1 outside. */
  int rowAt(double y) {
    int row = (int) Math.floor(y / cellH);
    return row >= 0 && row < rows ? row : -1;
  }

  /** The column at a place, −1 outside. */
  int columnAt(double x) {
    int col = (int) Math.floor(x / cellW);
    return col >= 0 && col < cols ? col : -1;
  }

  /** As {@link #columnAt}, held at the ends. */
  int columnNear(double x) {
    return Math.max(0, Math.min(cols - 1, (int) Math.floor(x / cellW)));
  }

  /** As {@link #rowAt}, held at the ends. */
  int rowNear(double y) {
    return Math.max(0, Math.min(rows - 1, (int) Math.floor(y / cellH)));
  }
}
