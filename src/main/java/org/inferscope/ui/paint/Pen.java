package org.inferscope.ui.paint;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.util.List;

/**
 * Draws with a brush what is neither a box nor text: lines through many points, areas, arrows and
 * crowds of dots. Points are given as x, y, x, y and so on, in user space. Event thread.
 */
public final class Pen {
  /** Pixels of user space beyond which a point is held: the renderer is spared what nobody sees. */
  private static final double FARTHEST = 20_000;

  /** Length of an arrow's head and half its width, in widths of the line. */
  private static final double HEAD = 4.6;

  private static final double HALF_HEAD = 2.1;

  /** Part of the head that the line reaches into, so that no gap shows. */
  private static final double OVERLAP = 0.6;

  private final Brush brush;

  /** A pen that draws with this brush. */
  public Pen(Brush brush) {
    this.brush = brush;
  }

  /** A line through points; closed, it ends where it began. */
  public void line(double[] points, boolean closed, Color color, double width) {
    brush.draw(path(points, closed), color, stroke(width));
  }

  /** Separate lines through points: cheaper together than one by one. */
  public void lines(List<double[]> lines, Color color, double width) {
    Path2D all = new Path2D.Double();
    lines.forEach(line -> all.append(path(line, false), false));
    brush.draw(all, color, stroke(width));
  }

  /** Separate straight lines, four numbers each: cheaper together than one by one. */
  public void segments(double[] ends, Color color, double width) {
    Path2D path = new Path2D.Double();
    for (int at = 0; at + 3 < ends.length; at += 4) {
      path.moveTo(x(ends[at]), y(ends[at + 1]));
      path.lineTo(x(ends[at + 2]), y(ends[at + 3]));
    }
    brush.draw(path, color, stroke(width));
  }

  /** An area whose outline is drawn over it: its own edge is not smoothed. */
  public void area(double[] points, Color color) {
    brush.fillRoughly(path(points, true), color);
  }

  /** Dots of one diameter around points. */
  public void dots(double[] points, double diameter, Color color) {
    double radius = diameter / 2;
    for (int at = 0; at + 1 < points.length; at += 2) {
      Box box = Box.around(held(points[at]), held(points[at + 1]), diameter, diameter);
      brush.cell(box, color, color, radius, 0);
    }
  }

  /** An arrow; a very short one has a small head, one of no length is nothing. */
  public void arrow(double[] from, double[] to, Color color, double width) {
    arrow(from, to, color, width, stroke(width));
  }

  /** As {@link #arrow}, its line dashed. */
  public void dashedArrow(double[] from, double[] to, Color color, double width) {
    arrow(from, to, color, width, dashes(width));
  }

  /** A dashed line from one point to another. */
  public void dashed(double[] from, double[] to, Color color, double width) {
    double[] points = {from[0], from[1], to[0], to[1]};
    brush.draw(path(points, false), color, dashes(width));
  }

  private void arrow(double[] from, double[] to, Color color, double width, BasicStroke stroke) {
    double length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    if (!(length > 0)) {
      return;
    }
    double dx = (to[0] - from[0]) / length;
    double dy = (to[1] - from[1]) / length;
    double head = Math.min(HEAD * width, length);
    double half = head * HALF_HEAD / HEAD;
    double neck = head * OVERLAP;
    double[] line = {from[0], from[1], to[0] - dx * neck, to[1] - dy * neck};
    brush.draw(path(line, false), color, stroke);
    double baseX = to[0] - dx * head;
    double baseY = to[1] - dy * head;
    double[] triangle = {
      to[0], to[1], baseX - dy * half, baseY + dx * half, baseX + dy * half, baseY - dx * half
    };
    brush.fill(path(triangle, true), color);
  }

  private BasicStroke stroke(double width) {
    float device = (float) (width * brush.scale());
    return new BasicStroke(device, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
  }

  private BasicStroke dashes(double width) {
    float device = (float) (width * brush.scale());
    float[] dash = {device * 3.5f, device * 2.5f};
    return new BasicStroke(device, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0);
  }

  private Path2D path(double[] points, boolean closed) {
    Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO, points.length / 2 + 1);
    for (int at = 0; at + 1 < points.length; at += 2) {
      if (at == 0) {
        path.moveTo(x(points[0]), y(points[1]));
      } else {
        path.lineTo(x(points[at]), y(points[at + 1]));
      }
    }
    if (closed && points.length > 1) {
      path.closePath();
    }
    return path;
  }

  private double x(double user) {
    return brush.x(held(user));
  }

  private double y(double user) {
    return brush.y(held(user));
  }

  private static double held(double user) {
    return Math.max(-FARTHEST, Math.min(FARTHEST, user));
  }
}
