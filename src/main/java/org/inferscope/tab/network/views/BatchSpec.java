package org.inferscope.tab.network.views;

import java.util.List;

/**
 * What the layout of the batch view depends on. Free of any toolkit.
 *
 * @param width width of the view in pixels
 * @param height height without the scroll bar
 * @param widths units of each column, the input's first
 * @param rows inputs of the batch
 * @param scroll how far the columns are scrolled to the left, in pixels
 * @param unit pixels of an unscaled pixel
 * @param smallest the smallest type, unscaled
 */
record BatchSpec(
    double width,
    double height,
    List<Integer> widths,
    int rows,
    double scroll,
    double unit,
    double smallest) {
  BatchSpec {
    widths = List.copyOf(widths);
  }

  double px(double size) {
    return size * unit;
  }

  /** Size of the small print. */
  double type() {
    return smallest * unit;
  }

  /** Size of a title. */
  double titleType() {
    return Math.max(smallest, 14) * unit;
  }

  /** Size of the headline. */
  double headType() {
    return Math.max(smallest, 18) * unit;
  }
}
