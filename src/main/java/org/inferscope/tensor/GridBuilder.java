package org.inferscope.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.inferscope.text.Texts;

/**
 * Collects the cells of a pasted matrix row by row and stops at the first thing that is wrong, also
 * at one cell too many, so that a huge text costs no more than the cells that are allowed.
 */
final class GridBuilder {
  private final int maxCells;
  private final Locale locale;
  private final UnaryOperator<String> toLocale;
  private final List<List<String>> rows = new ArrayList<>();
  private List<String> row = new ArrayList<>();
  private int count;

  /**
   * Starts an empty grid.
   *
   * @param toLocale turns a cell as it was pasted into what a person would type in the locale
   */
  GridBuilder(int maxCells, Locale locale, UnaryOperator<String> toLocale) {
    this.maxCells = maxCells;
    this.locale = locale;
    this.toLocale = toLocale;
  }

  /** Adds a cell to the current row. */
  void cell(String pasted) throws BadPaste {
    if (++count > maxCells) {
      throw new BadPaste(Texts.get("tensor.paste.tooMany", Numbers.count(maxCells)));
    }
    if (pasted.isBlank()) {
      throw new BadPaste(Texts.get("tensor.paste.emptyCell", rowName(), colName()));
    }
    String text = toLocale.apply(pasted.strip());
    if (NumberParser.parse(text, locale) instanceof Parsed.Bad bad) {
      throw new BadPaste(Texts.get("tensor.paste.badCell", rowName(), colName(), bad.reason()));
    }
    row.add(text);
  }

  /** Closes the current row; one without cells does not count. */
  void endRow() throws BadPaste {
    if (row.isEmpty()) {
      return;
    }
    int width = rows.isEmpty() ? row.size() : rows.get(0).size();
    if (row.size() != width) {
      throw new BadPaste(
          Texts.get(
              "tensor.paste.ragged",
              rowName(),
              Numbers.count(row.size()),
              row.size(),
              Numbers.count(width)));
    }
    rows.add(row);
    row = new ArrayList<>();
  }

  /** Whether the current row has cells already. */
  boolean inRow() {
    return !row.isEmpty();
  }

  /** All closed rows. */
  List<List<String>> rows() throws BadPaste {
    if (rows.isEmpty()) {
      throw new BadPaste(Texts.get("tensor.paste.empty"));
    }
    return rows;
  }

  private String rowName() {
    return Numbers.count(rows.size() + 1L);
  }

  private String colName() {
    return Numbers.count(row.size() + 1L);
  }
}
