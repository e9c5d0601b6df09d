package org.inferscope.ui.paint;

/**
 * Where a matrix lies on the stage: equal cells with a gap between them.
 *
 * @param x left edge of the first cell, in pixels of user space
 * @param y upper edge of the first cell
 * @param rows number of rows, at least 1
 * @param cols number of columns, at least 1
 * @param cellW distance from one cell to the next, gap included
 * @param cellH the same downwards
 * @param gap free space between neighbours, in pixels
 */
public record GridBox(
    double x, double y, int rows, int cols, double cellW, double cellH, double gap) {

  public double width() {
    return cols * cellW - gap;
  }

  public double height() {
    return rows * cellH - gap;
  }

  public Box bounds() {
    return new Box(x, y, width(), height());
  }

  /** The cell in row i, column j; indices outside give the place where such a cell would be. */
  public Box cell(int i, int j) {
    return cell(i, (double) j);
  }

  /** A place between cells: row and column may be fractions, for what moves along the grid. */
  public Box cell(double i, double j) {
    return new Box(x + j * cellW, y + i * cellH, cellW - gap, cellH - gap);
  }

  public Box row(int i) {
    return new Box(x, y + i * cellH, width(), cellH - gap);
  }

  public Box column(int j) {
    return new Box(x + j * cellW, y, cellW - gap, height());
  }

  /** The cells from row i0 to before i1 and column j0 to before j1. */
  public Box block(int i0, int i1, int j0, int j1) {
    return cell(i0, j0).union(cell(i1 - 1, j1 - 1));
  }

  /** The row under a height, or −1. */
  public int rowAt(double py) {
    int i = (int) Math.floor((py - y) / cellH);
    return i >= 0 && i < rows ? i : -1;
  }

  /** The column under a place, or −1. */
  public int columnAt(double px) {
    int j = (int) Math.floor((px - x) / cellW);
    return j >= 0 && j < cols ? j : -1;
  }

  public boolean contains(double px, double py) {
    return rowAt(py) >= 0 && columnAt(px) >= 0;
  }
}
