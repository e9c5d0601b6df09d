package org.inferscope.tab.linear;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.inferscope.model.matmul.DotProductText;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.paint.Pen;
import org.inferscope.ui.theme.Palette;
import org.inferscope.ui.theme.Role;

/**
 * Paints space under the arrows: its own axes, and what the map makes of the unit cube and of the
 * unit sphere, shown as three circles.
 */
final class SpacePainter {
  private static final double CLOSEST = 16;
  private static final double AXIS = 0.86;
  private static final double NAME = 0.94;

  private final Brush brush;
  private final Pen pen;

  SpacePainter(Brush brush, Pen pen) {
    this.brush = brush;
    this.pen = pen;
  }

  void paint(GeometryScene scene, View view) {
    PlaneLayout.Spec spec = scene.layout().spec();
    axes(scene, view, spec);
    cube(view, spec);
    sphere(view, spec);
  }

  private void axes(GeometryScene scene, View view, PlaneLayout.Spec spec) {
    double range = view.plane().range();
    String letter = view.after() ? Part.Y.symbol() : Part.X.symbol();
    double type = scene.layout().type();
    for (int axis = 0; axis < 3; axis++) {
      double[] end = scaled(axis, range * AXIS);
      double[] start = scaled(axis, -range * AXIS);
      double[] zero = view.place(new double[3]);
      double[] from = view.place(start);
      pen.segments(
          new double[] {from[0], from[1], zero[0], zero[1]},
          Shades.of(Palette.muted(), 0.4),
          spec.px(1.2));
      pen.arrow(zero, view.place(end), Palette.muted(), spec.px(1.4));
      ticks(view, axis, range * AXIS, spec);
      double[] name = view.place(scaled(axis, range * NAME));
      Box box = Box.around(name[0], name[1], type * 1.6, type * 1.3);
      if (view.plane().box().covers(box) && scene.labelBoxes().noneMatch(box::overlaps)) {
        brush.number(DotProductText.name(letter, axis), box, type, Palette.muted());
      }
    }
  }

  private void ticks(View view, int axis, double end, PlaneLayout.Spec spec) {
    List<double[]> places = new ArrayList<>();
    for (double at : view.plane().lines(spec.px(CLOSEST))) {
      if (at != 0 && Math.abs(at) < end * 0.97) {
        places.add(view.place(scaled(axis, at)));
      }
    }
    double[] dots = new double[2 * places.size()];
    for (int k = 0; k < places.size(); k++) {
      dots[2 * k] = places.get(k)[0];
      dots[2 * k + 1] = places.get(k)[1];
    }
    pen.dots(dots, spec.px(4), Palette.muted());
  }

  private void cube(View view, PlaneLayout.Spec spec) {
    Color face = Shades.of(Role.GREEN.fill(), Palette.isDark() ? 0.09 : 0.13);
    for (int axis = 0; axis < 3; axis++) {
      for (int side = 0; side < 2; side++) {
        pen.area(view.images(Outlines.square(3, axis, (axis + 1) % 3, side)), face);
      }
    }
    List<double[]> edges = Outlines.cube().stream().map(view::images).toList();
    pen.lines(edges, Role.GREEN.ink(), spec.px(1.3));
  }

  /** Three circles; what lies behind the origin is fainter. */
  private void sphere(View view, PlaneLayout.Spec spec) {
    List<double[]> front = new ArrayList<>();
    List<double[]> back = new ArrayList<>();
    for (int axis = 0; axis < 3; axis++) {
      circle(view, Outlines.circle(3, axis, (axis + 1) % 3), front, back);
    }
    pen.lines(back, Shades.of(Role.BLUE.ink(), 0.28), spec.px(1.2));
    pen.lines(front, Shades.of(Role.BLUE.ink(), 0.85), spec.px(1.8));
  }

  /** Cuts a circle where it passes from the front to the back. */
  private static void circle(
      View view, List<double[]> circle, List<double[]> front, List<double[]> back) {
    List<double[]> run = new ArrayList<>();
    boolean isFront = view.isInFront(circle.get(0));
    for (int k = 0; k <= circle.size(); k++) {
      double[] point = circle.get(k % circle.size());
      run.add(point);
      boolean next = view.isInFront(point);
      if (next != isFront || k == circle.size()) {
        (isFront ? front : back).add(view.images(run));
        run = new ArrayList<>(List.of(point));
        isFront = next;
      }
    }
  }

  private static double[] scaled(int axis, double by) {
    double[] point = new double[3];
    point[axis] = by;
    return point;
  }
}
