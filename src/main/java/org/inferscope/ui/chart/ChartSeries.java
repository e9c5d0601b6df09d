package org.inferscope.ui.chart;

import java.util.List;
import org.inferscope.ui.theme.Role;

/**
 * Points that belong together.
 *
 * @param name written beside them where a chart has several series; empty for none
 * @param role their colour
 * @param points in the order they are joined
 * @param line what joins them
 * @param mark what stands at each of them
 */
public record ChartSeries(String name, Role role, List<ChartPoint> points, Line line, Mark mark) {

  /** Copies the list. */
  public ChartSeries {
    points = List.copyOf(points);
  }

  /** What joins the points of a series. */
  public enum Line {
    /** Nothing. */
    NONE,
    /** A line. */
    SOLID,
    /** A thinner line of dashes. */
    DASHED,
    /** A thin line. */
    THIN
  }

  /** What stands at the points of a series; a point without a mark can't be picked. */
  public enum Mark {
    /** Nothing. */
    NONE,
    /** A filled circle. */
    DISC,
    /** A filled square. */
    SQUARE,
    /** A filled square on its corner. */
    DIAMOND,
    /** The outline of a circle. */
    RING
  }

  /** Marks joined by lines. */
  public static ChartSeries curve(String name, Role role, List<ChartPoint> points) {
    return new ChartSeries(name, role, points, Line.SOLID, Mark.DISC);
  }

  /** A line without marks, such as a limit. */
  public static ChartSeries line(String name, Role role, List<ChartPoint> points) {
    return new ChartSeries(name, role, points, Line.SOLID, Mark.NONE);
  }

  /** Marks alone. */
  public static ChartSeries marks(String name, Role role, List<ChartPoint> points) {
    return new ChartSeries(name, role, points, Line.NONE, Mark.DISC);
  }

  /** This series with another line. */
  public ChartSeries with(Line other) {
    return new ChartSeries(name, role, points, other, mark);
  }

  /** This series with other marks. */
  public ChartSeries with(Mark other) {
    return new ChartSeries(name, role, points, line, other);
  }

  /** The same points standing back behind others: dashed, their marks hollow. */
  public ChartSeries inTheBack() {
    return with(Line.DASHED).with(Mark.RING);
  }

  /** Whether its points can be seen and picked one by one. */
  public boolean isMarked() {
    return mark != Mark.NONE;
  }
}
