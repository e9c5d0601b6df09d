package org.inferscope.ui.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.inferscope.tensor.Matrix;

/**
 * The entries of a matrix as a person typed them. Immutable, so that it can be part of a State and
 * of the undo history; any thread.
 *
 * <p>A grid that shrinks remembers the cells it lost and shows them again when it grows back; they
 * count neither in {@link #equals} nor anywhere else.
 */
public final class EntryGrid {
  private final int rows;
  private final int cols;
  private final Entry[][] entries;

  /** Takes the array over; it may be larger than what shows. */
  private EntryGrid(int rows, int cols, Entry[][] entries) {
    if (rows < 1 || cols < 1) {
      throw new IllegalArgumentException("a grid needs a cell, got " + rows + "×" + cols);
    }
    this.rows = rows;
    this.cols = cols;
    this.entries = entries;
  }

  /** A grid that holds a matrix of at least one number. */
  public static EntryGrid of(Matrix matrix) {
    Entry[][] entries = new Entry[matrix.rows()][matrix.cols()];
    for (int i = 0; i < entries.length; i++) {
      for (int j = 0; j < entries[i].length; j++) {
        entries[i][j] = Entry.of(matrix.get(i, j));
      }
    }
    return new EntryGrid(matrix.rows(), matrix.cols(), entries);
  }

  /**
   * A grid of the given entries.
   *
   * @throws IllegalArgumentException if there is none, or the rows differ in length
   */
  public static EntryGrid ofRows(List<List<Entry>> rows) {
    int cols = rows.isEmpty() ? 0 : rows.get(0).size();
    Entry[][] entries = new Entry[rows.size()][];
    for (int i = 0; i < entries.length; i++) {
      entries[i] = rows.get(i).toArray(Entry[]::new);
      if (entries[i].length != cols) {
        throw new IllegalArgumentException("row " + i + " has " + entries[i].length + " entries");
      }
    }
    return new EntryGrid(rows.size(), cols, entries);
  }

  /** Number of rows, at least 1. */
  public int rows() {
    return rows;
  }

  /** Number of columns, at least 1. */
  public int cols() {
    return cols;
  }

  /** The entry of a cell. */
  public Entry at(int row, int col) {
    Objects.checkIndex(row, rows);
    Objects.checkIndex(col, cols);
    return entries[row][col];
  }

  /** The entry of a cell. */
  public Entry at(Cell cell) {
    return at(cell.row(), cell.col());
  }

  /** The numbers in force, rows × cols. */
  public Matrix matrix() {
    return Matrix.generate(rows, cols, (i, j) -> entries[i][j].value());
  }

  /** The first cell, row by row, whose text is no number. */
  public Optional<Cell> firstProblem() {
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < cols; j++) {
        if (entries[i][j].isBad()) {
          return Optional.of(new Cell(i, j));
        }
      }
    }
    return Optional.empty();
  }

  /** With a text typed into a cell; if it is no number the one before stays in force. */
  public EntryGrid withText(Cell cell, String text) {
    return with(cell, Entry.read(text, at(cell).value()));
  }

  /** With one entry exchanged. */
  public EntryGrid with(Cell cell, Entry entry) {
    Objects.checkIndex(cell.row(), rows);
    Objects.checkIndex(cell.col(), cols);
    Entry[][] next = entries.clone();
    next[cell.row()] = next[cell.row()].clone();
    next[cell.row()][cell.col()] = entry;
    return new EntryGrid(rows, cols, next);
  }

  /** With zeros in the selected cells. */
  public EntryGrid cleared(GridSelection selection) {
    Entry[][] next = deepCopy(rows, cols);
    for (int i = selection.top(); i <= selection.bottom(); i++) {
      Arrays.fill(next[i], selection.left(), selection.right() + 1, Entry.ZERO);
    }
    return new EntryGrid(rows, cols, next);
  }

  /** With another size, both at least 1; new cells are what they were before, or zero. */
  public EntryGrid resized(int newRows, int newCols) {
    if (newRows == rows && newCols == cols) {
      return this;
    }
    return new EntryGrid(newRows, newCols, deepCopy(newRows, newCols));
  }

  /** With a block of texts put in, its first cell at {@code corner}; what reaches out is cut. */
  public EntryGrid withBlock(Cell corner, List<List<String>> block) {
    Entry[][] next = deepCopy(rows, cols);
    for (int i = 0; i < block.size() && corner.row() + i < rows; i++) {
      List<String> texts = block.get(i);
      Entry[] row = next[corner.row() + i];
      for (int j = 0; j < texts.size() && corner.col() + j < cols; j++) {
        row[corner.col() + j] = Entry.read(texts.get(j), row[corner.col() + j].value());
      }
    }
    return new EntryGrid(rows, cols, next);
  }

  /** One row stood up: [cols, 1]. */
  public EntryGrid rowAsColumn(int row) {
    Objects.checkIndex(row, rows);
    Entry[][] column = new Entry[cols][];
    for (int j = 0; j < cols; j++) {
      column[j] = new Entry[] {entries[row][j]};
    }
    return new EntryGrid(cols, 1, column);
  }

  /** With one row exchanged for the entries of a column of {@link #cols} cells. */
  public EntryGrid withRow(int row, EntryGrid column) {
    Objects.checkIndex(row, rows);
    if (column.rows != cols || column.cols != 1) {
      throw new IllegalArgumentException("column must be " + cols + "×1, got " + column);
    }
    Entry[][] next = entries.clone();
    next[row] = next[row].clone();
    for (int j = 0; j < cols; j++) {
      next[row][j] = column.entries[j][0];
    }
    return new EntryGrid(rows, cols, next);
  }

  /**
   * With a matrix's values in those rows, from one on, that hold nothing but zeros.
   *
   * @param values as many rows and columns as the grid
   */
  public EntryGrid withZeroRowsFilled(int from, Matrix values) {
    Entry[][] next = entries.clone();
    for (int i = from; i < rows; i++) {
      if (Arrays.stream(next[i], 0, cols).allMatch(Entry.ZERO::equals)) {
        next[i] = next[i].clone();
        for (int j = 0; j < cols; j++) {
          next[i][j] = Entry.of(values.get(i, j));
        }
      }
    }
    return new EntryGrid(rows, cols, next);
  }

  /** What was typed, row by row. */
  public List<List<String>> texts() {
    return toRows().stream().map(row -> row.stream().map(Entry::text).toList()).toList();
  }

  /** The entries row by row, for writing them to a file. */
  public List<List<Entry>> toRows() {
    List<List<Entry>> all = new ArrayList<>(rows);
    for (int i = 0; i < rows; i++) {
      all.add(List.of(entries[i]).subList(0, cols));
    }
    return all;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EntryGrid grid
        && rows == grid.rows
        && cols == grid.cols
        && sameRows(grid);
  }

  /** A drag compares grids at each movement, and all rows but one are the same arrays there. */
  private boolean sameRows(EntryGrid other) {
    for (int i = 0; i < rows; i++) {
      Entry[] mine = entries[i];
      Entry[] theirs = other.entries[i];
      if (mine != theirs && !Arrays.equals(mine, 0, cols, theirs, 0, cols)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    return toRows().hashCode();
  }

  @Override
  public String toString() {
    return "EntryGrid " + rows + "×" + cols;
  }

  /** A copy of everything, remembered cells too, of at least the given size. */
  private Entry[][] deepCopy(int leastRows, int leastCols) {
    Entry[][] copy = new Entry[Math.max(leastRows, entries.length)][];
    int width = Math.max(leastCols, entries[0].length);
    for (int i = 0; i < copy.length; i++) {
      copy[i] = new Entry[width];
      Arrays.fill(copy[i], Entry.ZERO);
      if (i < entries.length) {
        System.arraycopy(entries[i], 0, copy[i], 0, entries[i].length);
      }
    }
    return copy;
  }
}
