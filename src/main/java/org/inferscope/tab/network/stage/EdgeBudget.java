package org.inferscope.tab.network.stage;

import java.util.List;

/** How many weights are drawn between two columns. Pure. */
final class EdgeBudget {
  /** As many as a picture has in all, so that it is painted within a frame or two. */
  private static final int IN_ALL = 4_000;

  private static final int LEAST = 60;

  private EdgeBudget() {}

  /** As many of a sketch as are drawn where there are so many columns. */
  static int of(EdgeSketch sketch, int columns) {
    return Math.min(sketch.count(), most(columns));
  }

  private static int most(int columns) {
    return Math.max(LEAST, IN_ALL / Math.max(1, columns - 1));
  }

  /** Whether some are left out between some columns. */
  static boolean isSampled(List<Integer> widths) {
    int most = Math.min(EdgeSketch.ALL, most(widths.size()));
    for (int c = 1; c < widths.size(); c++) {
      if ((long) widths.get(c - 1) * widths.get(c) > most) {
        return true;
      }
    }
    return false;
  }
}
