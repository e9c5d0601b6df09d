package org.inferscope.tensor;

import java.util.List;

/** What became of a text that should be a matrix. */
public sealed interface PastedMatrix {

  /**
   * A matrix of at least one cell, all rows equally long. The cells are texts, so that {@code 1/3}
   * stays what it is; each is a number to {@link NumberParser} in the locale it was pasted for.
   */
  record Cells(List<List<String>> cells, MatrixFormat format) implements PastedMatrix {

    /** Copies the lists. */
    public Cells {
      cells = cells.stream().map(List::copyOf).toList();
    }

    /** How many rows there are. */
    public int rows() {
      return cells.size();
    }

    /** How many columns there are. */
    public int cols() {
      return cells.get(0).size();
    }

    /** The text in row i, column j, both counted from 0. */
    public String cell(int i, int j) {
      return cells.get(i).get(j);
    }
  }

  /** No matrix; the reason is for the person who pasted it and names the row and column. */
  record Bad(String reason) implements PastedMatrix {}
}
