package org.inferscope.tab.network.views;

import java.util.List;

/**
 * What the layout of the compare view depends on. Free of any toolkit.
 *
 * @param width width of the view in pixels
 * @param height height without the scroll bar
 * @param lanes units of each pair of columns, those of the output last
 * @param scroll how far the columns before the output are scrolled to the left, in pixels
 * @param unit pixels of an unscaled pixel
 * @param smallest the smallest type, unscaled
 */
record CompareSpec(
    double width, double height, List<Lanes> lanes, double scroll, double unit, double smallest) {
  /** Units of A and of B; 0 where there is no such column. */
  record Lanes(int a, int b) {
    boolean isComparable() {
      return a == b;
    }
  }

  CompareSpec {
    lanes = List.copyOf(lanes);
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
    return Math.max(smallest, 24) * unit;
  }
}
