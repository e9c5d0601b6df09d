package org.inferscope.ui.grid;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.inferscope.tensor.MatrixText;
import org.inferscope.tensor.Numbers;
import org.inferscope.tensor.PastedMatrix;
import org.inferscope.text.Texts;

/** What a pasted text does to a grid: all of it, nothing, or a question. No toolkit, any thread. */
public sealed interface GridPaste {
  /**
   * The most numbers that are read from a text, so that a huge one does not hold the window up.
   * More than fit into a grid: a matrix that is too large is still answered with its size.
   */
  int MOST_NUMBERS = 30_000;

  /** The most characters that are looked at, for the same reason: a number has about 20 at most. */
  int LONGEST_TEXT = 40 * MOST_NUMBERS;

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
   * Nothing was changed yet: the text has another size than there is room for, and the person is to
   * choose.
   *
   * @param question what does not fit, in a sentence with the sizes
   * @param offers what can be done, one or more, the largest first
   */
  record Asks(String question, List<Offer> offers) implements GridPaste {}

  /**
   * One thing that can be done with a text of another size.
   *
   * @param label what it is, for a button: "Resize to 3×5"
   * @param grid the grid with it put in
   * @param selection what was put in
   */
  record Offer(String label, EntryGrid grid, GridSelection selection) {}

  /**
   * Puts a text in at the selection. One number fills the selection. A matrix starts at the
   * selection's first cell and may make the grid larger; if the whole grid is selected it takes the
   * grid's place, sizes included. A row pasted into a grid that can only be a column lies down as
   * one, so that a list fills a vector.
   *
   * @param limits the largest size that the grid may grow to, and whether that needs a yes
   */
  static GridPaste of(EntryGrid grid, GridSelection selection, String text, GridLimits limits) {
    if (text.length() > LONGEST_TEXT) {
      return new Refused(Texts.get("grid.paste.tooLong", Numbers.count(MOST_NUMBERS)));
    }
    int most = Math.max(MOST_NUMBERS, limits.maxRows() * limits.maxCols());
    PastedMatrix pasted = MatrixText.parse(text, most);
    if (pasted instanceof PastedMatrix.Bad bad) {
      return new Refused(bad.reason());
    }
    List<List<String>> cells = ((PastedMatrix.Cells) pasted).cells();
    if (cells.size() == 1 && cells.get(0).size() == 1) {
      return new Done(filled(grid, selection, cells.get(0).get(0)), selection);
    }
    boolean column = limits.maxCols() == 1 && cells.size() == 1;
    PastedBlock block =
        PastedBlock.at(
            selection, column ? cells.get(0).stream().map(List::of).toList() : cells, grid);
    if (limits.askToResize() && !block.keepsTheSize()) {
      return ask(block, limits);
    }
    return block.fits(limits)
        ? new Done(block.resizing(), block.wholeSelection())
        : new Refused(tooLarge(block, limits));
  }

  private static Asks ask(PastedBlock block, GridLimits limits) {
    List<Offer> offers = new ArrayList<>();
    if (block.fits(limits)) {
      String resize = Texts.get("grid.paste.resize", size(block.newRows(), block.newCols()));
      offers.add(new Offer(resize, block.resizing(), block.wholeSelection()));
    }
    String cut =
        block.isCut()
            ? Texts.get("grid.paste.cut", size(block.roomRows(), block.roomCols()))
            : Texts.get("grid.paste.keep", size(block.grid().rows(), block.grid().cols()));
    offers.add(new Offer(cut, block.cutting(), block.cutSelection()));
    return new Asks(question(block, limits), List.copyOf(offers));
  }

  private static String question(PastedBlock block, GridLimits limits) {
    if (!block.fits(limits)) {
      return tooLarge(block, limits);
    }
    String pasted = size(block.rows(), block.cols());
    EntryGrid grid = block.grid();
    return block.replaces()
        ? Texts.get("grid.paste.otherSize", pasted, size(grid.rows(), grid.cols()))
        : Texts.get(
            "grid.paste.reachesOut",
            pasted,
            size(grid.rows() - block.corner().row(), grid.cols() - block.corner().col()));
  }

  private static EntryGrid filled(EntryGrid grid, GridSelection selection, String text) {
    List<String> row = Collections.nCopies(selection.cols(), text);
    Cell corner = new Cell(selection.top(), selection.left());
    return grid.withBlock(corner, Collections.nCopies(selection.rows(), row));
  }

  private static String tooLarge(PastedBlock block, GridLimits limits) {
    return Texts.get(
        "grid.paste.tooLarge",
        size(block.rows(), block.cols()),
        size(limits.maxRows() - block.corner().row(), limits.maxCols() - block.corner().col()));
  }

  private static String size(int rows, int cols) {
    return Numbers.count(rows) + "×" + Numbers.count(cols);
  }
}
