package org.inferscope.tab.network.views;

import java.util.List;
import org.inferscope.model.network.Trace;

/**
 * What the batch view is painted from.
 *
 * @param layout where everything lies
 * @param trace the run
 * @param limits the size of value with the strongest colour, for each column
 * @param row the input in focus
 * @param lit what stands out
 * @param words the texts around the columns
 * @param columns the texts of each column
 */
record BatchScene(
    BatchLayout layout,
    Trace trace,
    List<Double> limits,
    int row,
    Lit lit,
    Words words,
    List<ColumnWords> columns) {
  BatchScene {
    limits = List.copyOf(limits);
    columns = List.copyOf(columns);
  }

  /**
   * What stands out; −1 where nothing does.
   *
   * @param column the column of the unit or bin
   * @param row the input, lit in all columns
   * @param unit the unit
   * @param bin the bin of the column's histogram; as many as there are bins for the bar at 0
   */
  record Lit(int column, int row, int unit, int bin) {
    static final Lit NOTHING = new Lit(-1, -1, -1, -1);

    static Lit cell(int column, int row, int unit) {
      return new Lit(column, row, unit, -1);
    }

    static Lit bin(int column, int bin) {
      return new Lit(column, -1, -1, bin);
    }

    boolean hasCell() {
      return column >= 0 && row >= 0 && unit >= 0;
    }
  }

  /** Headline, what offers a batch, what stands over the numbers of the inputs, and the footer. */
  record Words(String headline, String notice, String gutter, String footer) {}

  /**
   * The texts of a column; of several wordings the first that fits is written.
   *
   * @param title its name
   * @param shapes inputs × units
   * @param figures for each line its wordings
   */
  record ColumnWords(String title, List<String> shapes, List<List<String>> figures) {
    ColumnWords {
      shapes = List.copyOf(shapes);
      figures = figures.stream().map(List::copyOf).toList();
    }
  }
}
