package org.inferscope.cli.model;

import java.util.ArrayList;
import java.util.List;

/** Rows of texts as lines with columns one under the other. */
public final class Aligned {
  private static final int GAP = 2;

  private Aligned() {}

  /**
   * The lines.
   *
   * @param rows all of the same length
   * @param right the columns that stand at the right, as numbers do
   */
  public static List<String> of(List<List<String>> rows, List<Integer> right) {
    int columns = rows.get(0).size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < columns; i++) {
        String space = " ".repeat(widths[i] - row.get(i).length());
        line.append(right.contains(i) ? space + row.get(i) : row.get(i) + space);
        line.append(" ".repeat(GAP));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }
}
