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
 * @param mark the shape of the marks, which tells apart what shares a colour
 * @param faint whether it stands back behind the others: dashed, its marks hollow
 */
public record ChartSeries(
    String name,
    Role role,
    List<ChartPoint> points,
    boolean joined,
    boolean marked,
    Mark mark,
    boolean faint) {

  /** Copies the list. */
  public ChartSeries {
    points = List.copyOf(points);
  }

  /** Shapes of marks. */
  public enum Mark {
    /** A disc. */
    CIRCLE,
    /** A square. */
    SQUARE,
    /** A square on its corner. */
    DIAMOND
  }

  private ChartSeries(
      String name, Role role, List<ChartPoint> points, boolean joined, boolean marked) {
    this(name, role, points, joined, marked, Mark.CIRCLE, false);
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

  /** The same points with other marks. */
  public ChartSeries with(Mark other) {
    return new ChartSeries(name, role, points, joined, marked, other, faint);
  }

  /** The same points, standing back. */
  public ChartSeries inTheBack() {
    return new ChartSeries(name, role, points, joined, marked, mark, true);
  }
}
