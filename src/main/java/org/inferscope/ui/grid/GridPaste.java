package org.inferscope.ui.grid;

import java.util.Collections;
import java.util.List;
import org.inferscope.tensor.MatrixText;
import org.inferscope.tensor.PastedMatrix;
import org.inferscope.text.Texts;

/** What a pasted text does to a grid: all of it or nothing. No toolkit, any thread. */
public sealed interface GridPaste {
  /**
   * The text fits.
   *
   * @param grid the grid with it put in
   * @param selection what was put in
   */
  record Done(EntryGrid grid, GridSelection selection) implements GridPaste {}

  /** Nothing was changed; the reason is a sentence for the person who pasted. */
  record Refused(String reason) implements GridPaste {}

  /**
   * Puts a text in at the selection. One number fills the selection. A matrix starts at the
   * selection's first cell and may make the grid larger; if the whole grid is selected it takes the
   * grid's place, sizes included.
   *
   * @param limits the largest size that the grid may grow to
   */
  static GridPaste of(EntryGrid grid, GridSelection selection, String text, GridLimits limits) {
    PastedMatrix pasted = MatrixText.parse(text, limits.maxRows() * limits.maxCols());
    if (pasted instanceof PastedMatrix.Bad bad) {
      return new Refused(bad.reason());
    }
    PastedMatrix.Cells block = (PastedMatrix.Cells) pasted;
    if (block.rows() == 1 && block.cols() == 1) {
      return new Done(filled(grid, selection, block.cell(0, 0)), selection);
    }
    boolean replace = selection.isWhole(grid.rows(), grid.cols());
    Cell corner = replace ? new Cell(0, 0) : new Cell(selection.top(), selection.left());
    int rows = corner.row() + block.rows();
    int cols = corner.col() + block.cols();
    if (rows > limits.maxRows() || cols > limits.maxCols()) {
      return new Refused(tooLarge(block, corner, limits));
    }
    EntryGrid sized =
        replace
            ? grid.resized(rows, cols)
            : grid.resized(Math.max(rows, grid.rows()), Math.max(cols, grid.cols()));
    return new Done(
        sized.withBlock(corner, block.cells()),
        new GridSelection(new Cell(rows - 1, cols - 1), corner));
  }

  private static EntryGrid filled(EntryGrid grid, GridSelection selection, String text) {
    List<String> row = Collections.nCopies(selection.cols(), text);
    Cell corner = new Cell(selection.top(), selection.left());
    return grid.withBlock(corner, Collections.nCopies(selection.rows(), row));
  }

  private static String tooLarge(PastedMatrix.Cells block, Cell corner, GridLimits limits) {
    return Texts.get(
        "grid.paste.tooLarge",
        block.rows() + "×" + block.cols(),
        (limits.maxRows() - corner.row()) + "×" + (limits.maxCols() - corner.col()));
  }
}
