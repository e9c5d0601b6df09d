package org.inferscope.tab.linear;

import java.util.ArrayList;
import java.util.List;

/** The figures that a map is shown by, as points of the plane or of space. Pure. */
final class Outlines {
  private static final int CIRCLE_POINTS = 120;

  private Outlines() {}

  /** The unit circle in the plane of two axes. */
  static List<double[]> circle(int dimensions, int first, int second) {
    List<double[]> points = new ArrayList<>(CIRCLE_POINTS);
    for (int k = 0; k < CIRCLE_POINTS; k++) {
      double angle = 2 * Math.PI * k / CIRCLE_POINTS;
      double[] point = new double[dimensions];
      point[first] = Math.cos(angle);
      point[second] = Math.sin(angle);
      points.add(point);
    }
    return points;
  }

  /** The unit square of two axes, moved along the third where there is one. */
  static List<double[]> square(int dimensions, int first, int second, double third) {
    List<double[]> corners = new ArrayList<>(4);
    for (int k = 0; k < 4; k++) {
      double[] corner = new double[dimensions];
      if (dimensions == 3) {
        corner[3 - first - second] = third;
      }
      corner[first] = k == 1 || k == 2 ? 1 : 0;
      corner[second] = k >= 2 ? 1 : 0;
      corners.add(corner);
    }
    return corners;
  }

  /** The edges of the unit cube, two points each. */
  static List<List<double[]>> cube() {
    List<List<double[]>> edges = new ArrayList<>(12);
    for (int axis = 0; axis < 3; axis++) {
      for (double[] corner : square(3, (axis + 1) % 3, (axis + 2) % 3, 0)) {
        double[] end = corner.clone();
        end[axis] = 1;
        edges.add(List.of(corner, end));
      }
    }
    return edges;
  }

  /** All of the plane that is seen. */
  static List<double[]> sheet(double range) {
    return List.of(
        new double[] {-range, -range},
        new double[] {range, -range},
        new double[] {range, range},
        new double[] {-range, range});
  }

  /**
   * A straight line along an axis of the plane.
   *
   * @param axis the axis it runs along
   * @param across where it meets the other axis
   * @param reach how far it goes on both sides
   */
  static List<double[]> line(int axis, double across, double reach) {
    double[] from = new double[2];
    from[axis] = -reach;
    from[1 - axis] = across;
    double[] to = from.clone();
    to[axis] = reach;
    return List.of(from, to);
  }
}
