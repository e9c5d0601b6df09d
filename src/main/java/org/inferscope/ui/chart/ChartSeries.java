package org.inferscope.ui.chart;

import java.util.List;
import org.inferscope.ui.theme.Role;

/**
 * Points that belong together.
 *
 * @param name written beside them where a chart has several series
 * @param role their colour
 * @param points in the order they are joined
 * @param joined whether lines join them
 * @param marked whether each point has a mark
 */
public record ChartSeries(
    String name, Role role, List<ChartPoint> points, boolean joined, boolean marked) {

  /** Copies the list. */
  public ChartSeries {
    points = List.copyOf(points);
  }

  /** Marks joined by lines. */
  public static ChartSeries curve(String name, Role role, List<ChartPoint> points) {
    return new ChartSeries(name, role, points, true, true);
  }

  /** A line without marks, such as a limit. */
  public static ChartSeries line(String name, Role role, List<ChartPoint> points) {
    return new ChartSeries(name, role, points, true, false);
  }

  /** Marks alone. */
  public static ChartSeries marks(String name, Role role, List<ChartPoint> points) {
    return new ChartSeries(name, role, points, false, true);
  }
}
