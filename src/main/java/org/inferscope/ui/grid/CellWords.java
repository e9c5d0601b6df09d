package org.inferscope.ui.grid;

import java.util.function.Function;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** What is said about the cells of a {@link MatrixEditor}: their names, values and tooltips. */
final class CellWords {
  private Function<Cell, String> names;
  private Function<Cell, String> tips = cell -> "";

  /** Words for the matrix of this title: "A, row 1, column 2". */
  CellWords(String title) {
    names =
        cell ->
            Texts.get(
                "grid.cell",
                title,
                Integer.toString(cell.row() + 1),
                Integer.toString(cell.col() + 1));
  }

  void setNames(Function<Cell, String> names) {
    this.names = names;
  }

  void setTips(Function<Cell, String> tips) {
    this.tips = tips;
  }

  /** The name of a cell. */
  String nameOf(Cell cell) {
    return names.apply(cell);
  }

  /** Name and value, or what is wrong with the cell. */
  String describe(Cell cell, Entry entry) {
    String problem = entry.problem();
    return nameOf(cell) + ": " + (problem == null ? Numbers.full(entry.value()) : problem);
  }

  /** The tooltip, or what is wrong with the cell. */
  String tipOf(Cell cell, Entry entry) {
    String problem = entry.problem();
    return problem == null ? tips.apply(cell) : problem;
  }
}
