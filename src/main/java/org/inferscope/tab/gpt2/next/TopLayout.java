package org.inferscope.tab.gpt2.next;

import java.util.EnumMap;
import java.util.Map;
import org.inferscope.ui.paint.Box;

/**
 * Where the list's columns and rows stand: the token, its two bars, then the numbers. Immutable.
 *
 * @param columns left edge and width of each column, as a box without height
 * @param bars the same of the bars
 * @param rowHeight of a row
 */
record TopLayout(Map<TopColumn, Box> columns, Box bars, double rowHeight) {
  private static final double MOST_WORD = 0.3;

  /** Copies the map. */
  TopLayout {
    columns = Map.copyOf(columns);
  }

  /**
   * Lays it out.
   *
   * @param width of the list
   * @param word width of the longest token
   * @param number width of a number
   * @param rowHeight of a row
   * @param gap between columns
   */
  static TopLayout of(double width, double word, double number, double rowHeight, double gap) {
    Map<TopColumn, Box> columns = new EnumMap<>(TopColumn.class);
    double forWord = Math.min(word, width * MOST_WORD);
    columns.put(TopColumn.TOKEN, new Box(gap, 0, forWord, 0));
    double left = width - 3 * (number + gap);
    columns.put(TopColumn.PROBABILITY, new Box(left, 0, number, 0));
    columns.put(TopColumn.CHANCE, new Box(left + number + gap, 0, number, 0));
    columns.put(TopColumn.LOGIT, new Box(left + 2 * (number + gap), 0, number, 0));
    double start = gap + forWord + gap;
    return new TopLayout(columns, new Box(start, 0, Math.max(0, left - gap - start), 0), rowHeight);
  }

  /** A cell of a row. */
  Box cell(int row, TopColumn column) {
    Box box = columns.get(column);
    if (box == null) {
      throw new IllegalArgumentException("no column " + column);
    }
    return new Box(box.x(), row * rowHeight, box.w(), rowHeight);
  }

  /** The bar of a row: the upper is the model's probability, the lower the chance. */
  Box bar(int row, boolean upper, double part) {
    double half = rowHeight * 0.36;
    double middle = (row + 0.5) * rowHeight;
    return new Box(bars.x(), upper ? middle - half : middle + 1, bars.w() * part, half - 1);
  }
}
