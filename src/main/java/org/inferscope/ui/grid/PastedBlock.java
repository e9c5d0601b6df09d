package org.inferscope.ui.grid;

import java.util.List;

/**
 * A block of texts that is to go into a grid, and what becomes of the sizes. Immutable, any thread.
 *
 * @param grid the grid
 * @param corner where the block's first cell goes
 * @param replaces whether it takes the place of the whole grid, sizes included
 * @param cells the texts row by row, at least one
 */
record PastedBlock(EntryGrid grid, Cell corner, boolean replaces, List<List<String>> cells) {
  /** The block at the selection's first cell; it replaces the grid if all is selected. */
  static PastedBlock at(GridSelection selection, List<List<String>> cells, EntryGrid grid) {
    boolean replaces = selection.isWhole(grid.rows(), grid.cols());
    return new PastedBlock(grid, new Cell(selection.top(), selection.left()), replaces, cells);
  }

  int rows() {
    return cells.size();
  }

  int cols() {
    return cells.get(0).size();
  }

  /** Rows of the grid that has room for all of it. */
  int newRows() {
    int needed = corner.row() + rows();
    return replaces ? needed : Math.max(needed, grid.rows());
  }

  /** Columns of the grid that has room for all of it. */
  int newCols() {
    int needed = corner.col() + cols();
    return replaces ? needed : Math.max(needed, grid.cols());
  }

  /** Rows of the block that go into the grid as it is. */
  int roomRows() {
    return Math.min(rows(), grid.rows() - corner.row());
  }

  /** Columns of the block that go into the grid as it is. */
  int roomCols() {
    return Math.min(cols(), grid.cols() - corner.col());
  }

  boolean keepsTheSize() {
    return newRows() == grid.rows() && newCols() == grid.cols();
  }

  /** Whether some of it does not go into the grid as it is. */
  boolean isCut() {
    return roomRows() < rows() || roomCols() < cols();
  }

  boolean fits(GridLimits limits) {
    return corner.row() + rows() <= limits.maxRows() && corner.col() + cols() <= limits.maxCols();
  }

  /** The grid in the size that the block needs, with it put in. */
  EntryGrid resizing() {
    return grid.resized(newRows(), newCols()).withBlock(corner, cells);
  }

  /** The grid in its size, with as much put in as goes. */
  EntryGrid cutting() {
    return grid.withBlock(corner, cells);
  }

  /** All of the block, in the resized grid. */
  GridSelection wholeSelection() {
    return selection(rows(), cols());
  }

  /** What goes into the grid as it is. */
  GridSelection cutSelection() {
    return selection(roomRows(), roomCols());
  }

  private GridSelection selection(int rows, int cols) {
    Cell last = new Cell(corner.row() + rows - 1, corner.col() + cols - 1);
    return new GridSelection(last, corner);
  }
}
