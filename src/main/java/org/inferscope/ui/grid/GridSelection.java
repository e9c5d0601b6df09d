package org.inferscope.ui.grid;

import java.util.Optional;

/**
 * A rectangle of selected cells: from the anchor, where it was begun, to the lead, which moves and
 * is the cell that typing goes to. Immutable, any thread.
 *
 * @param anchor the corner that stays
 * @param lead the corner that moves
 */
public record GridSelection(Cell anchor, Cell lead) {
  /** The selection of one cell. */
  public static GridSelection of(int row, int col) {
    return of(new Cell(row, col));
  }

  /** The selection of one cell. */
  public static GridSelection of(Cell cell) {
    return new GridSelection(cell, cell);
  }

  /** The selection of everything, with the first cell as the lead. */
  public static GridSelection all(int rows, int cols) {
    return new GridSelection(new Cell(rows - 1, cols - 1), new Cell(0, 0));
  }

  /** First selected row. */
  public int top() {
    return Math.min(anchor.row(), lead.row());
  }

  /** Last selected row. */
  public int bottom() {
    return Math.max(anchor.row(), lead.row());
  }

  /** First selected column. */
  public int left() {
    return Math.min(anchor.col(), lead.col());
  }

  /** Last selected column. */
  public int right() {
    return Math.max(anchor.col(), lead.col());
  }

  /** Number of selected rows. */
  public int rows() {
    return bottom() - top() + 1;
  }

  /** Number of selected columns. */
  public int cols() {
    return right() - left() + 1;
  }

  /** Whether it is one cell. */
  public boolean isSingle() {
    return anchor.equals(lead);
  }

  /** Whether a grid of this size is selected as a whole, and is more than one cell. */
  public boolean isWhole(int gridRows, int gridCols) {
    return !isSingle() && rows() == gridRows && cols() == gridCols;
  }

  /** Whether the cell is selected. */
  public boolean contains(int row, int col) {
    return row >= top() && row <= bottom() && col >= left() && col <= right();
  }

  /** Stretched so that the lead is at the cell. */
  public GridSelection extendedTo(Cell cell) {
    return new GridSelection(anchor, cell);
  }

  /** One cell, this far from the lead and within the grid. */
  public GridSelection moved(int rowsDown, int colsRight, int gridRows, int gridCols) {
    return of(neighbour(rowsDown, colsRight, gridRows, gridCols));
  }

  /** Stretched, with the lead moved within the grid. */
  public GridSelection stretched(int rowsDown, int colsRight, int gridRows, int gridCols) {
    return extendedTo(neighbour(rowsDown, colsRight, gridRows, gridCols));
  }

  /** The next cell in reading order; empty after the last one. */
  public Optional<GridSelection> next(int gridRows, int gridCols) {
    return inOrder(lead.row() * gridCols + lead.col() + 1, gridRows, gridCols);
  }

  /** The cell before in reading order; empty before the first one. */
  public Optional<GridSelection> previous(int gridRows, int gridCols) {
    return inOrder(lead.row() * gridCols + lead.col() - 1, gridRows, gridCols);
  }

  /** The cell below, or the top of the next column; the last cell stays. */
  public GridSelection below(int gridRows, int gridCols) {
    int index = Math.min(lead.col() * gridRows + lead.row() + 1, gridRows * gridCols - 1);
    return of(index % gridRows, index / gridRows);
  }

  /** The cell above, or the foot of the column before; the first cell stays. */
  public GridSelection above(int gridRows, int gridCols) {
    int index = Math.max(lead.col() * gridRows + lead.row() - 1, 0);
    return of(index % gridRows, index / gridRows);
  }

  /** Pulled back into a grid that may have become smaller. */
  public GridSelection within(int gridRows, int gridCols) {
    return new GridSelection(
        clamp(anchor.row(), anchor.col(), gridRows, gridCols),
        clamp(lead.row(), lead.col(), gridRows, gridCols));
  }

  private static Optional<GridSelection> inOrder(int index, int gridRows, int gridCols) {
    return index < 0 || index >= gridRows * gridCols
        ? Optional.empty()
        : Optional.of(of(index / gridCols, index % gridCols));
  }

  private Cell neighbour(int rowsDown, int colsRight, int gridRows, int gridCols) {
    return clamp(lead.row() + rowsDown, lead.col() + colsRight, gridRows, gridCols);
  }

  private static Cell clamp(int row, int col, int gridRows, int gridCols) {
    return new Cell(
        Math.max(0, Math.min(gridRows - 1, row)), Math.max(0, Math.min(gridCols - 1, col)));
  }
}
