package org.inferscope.ui.chart;

/**
 * A point of a chart, with the range that its value was seen in.
 *
 * @param x where it stands
 * @param y its value
 * @param low the smallest value; y itself where there is no range
 * @param high the largest value; y itself where there is no range
 * @param words what the point says, in a sentence: its tooltip
 */
public record ChartPoint(double x, double y, double low, double high, String words) {

  /** A point without a range. */
  public ChartPoint(double x, double y, String words) {
    this(x, y, y, y, words);
  }

  /** Whether there is a range to draw. */
  public boolean hasRange() {
    return low < y || high > y;
  }
}
