package org.inferscope.tab.linear;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.inferscope.model.matmul.DotProductText;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.paint.Pen;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;
import org.inferscope.ui.theme.Role;

/**
 * Paints the plane under the arrows: its own grid and axes, and what the map makes of the grid, the
 * unit square and the unit circle.
 */
final class PlanePainter {
  private static final double CLOSEST = 34;
  private static final double NAME = 22;

  private final Brush brush;
  private final Pen pen;

  PlanePainter(Brush brush, Pen pen) {
    this.brush = brush;
    this.pen = pen;
  }

  void paint(GeometryScene scene, View view) {
    PlaneLayout.Spec spec = scene.layout().spec();
    double[] lines = view.plane().lines(spec.px(CLOSEST));
    areas(scene, view);
    if (view.after()) {
      own(view.plane(), lines, spec);
      sent(scene, view, spec);
    } else {
      rules(view.plane(), lines, sheetLine(), Math.max(1, Math.rint(spec.px(1.2))));
    }
    axes(view.plane(), spec);
    outlines(view, spec);
    numbers(scene, view, lines, spec);
    area(scene, view);
  }

  /** What is seen of the plane before, like a sheet of paper, and the unit square on it. */
  private void areas(GeometryScene scene, View view) {
    Color paper = Shades.on(Palette.card(), Role.BLUE.ink(), 0.06);
    if (view.after()) {
      pen.area(view.images(Outlines.sheet(scene.before().range())), paper);
    } else {
      brush.fill(view.plane().box(), paper, 0);
    }
    Color tint = Shades.on(paper, Role.GREEN.fill(), Palette.isDark() ? 0.3 : 0.42);
    pen.area(view.images(Outlines.square(2, 0, 1, 0)), tint);
  }

  private static Color sheetLine() {
    return Shades.of(Role.BLUE.ink(), Palette.isDark() ? 0.42 : 0.38);
  }

  /** The coordinates of this plane, whatever lies on it; quiet also in high contrast. */
  private void own(Plane plane, double[] lines, PlaneLayout.Spec spec) {
    Color quiet = Shades.of(Palette.cardBorder(), Metrics.isProjector() ? 0.45 : 1);
    rules(plane, lines, quiet, Math.max(1, Math.rint(spec.unit())));
  }

  private void rules(Plane plane, double[] lines, Color color, double width) {
    Box box = plane.box();
    for (double at : lines) {
      double x = Math.round(plane.x(at) - width / 2);
      double y = Math.round(plane.y(at) - width / 2);
      brush.fill(new Box(x, box.y(), width, box.h()), color, 0);
      brush.fill(new Box(box.x(), y, box.w(), width), color, 0);
    }
  }

  /** What has become of the grid before and of its edge; its axes stronger. */
  private void sent(GeometryScene scene, View view, PlaneLayout.Spec spec) {
    Plane before = scene.before();
    double reach = before.range();
    double[] inner = before.lines(spec.px(CLOSEST));
    double[] lines = Arrays.copyOf(inner, inner.length + 2);
    lines[inner.length] = -reach;
    lines[inner.length + 1] = reach;
    pen.segments(images(view, lines, reach), sheetLine(), spec.px(1.2));
    double[] axes = images(view, new double[] {0}, reach);
    pen.segments(axes, Shades.of(Role.BLUE.ink(), 0.75), spec.px(1.6));
  }

  /** The images of lines along both axes: x, y, x, y of both ends of each. */
  private static double[] images(View view, double[] across, double reach) {
    double[] ends = new double[8 * across.length];
    for (int k = 0; k < across.length; k++) {
      for (int axis = 0; axis < 2; axis++) {
        double[] line = view.images(Outlines.line(axis, across[k], reach));
        System.arraycopy(line, 0, ends, 8 * k + 4 * axis, 4);
      }
    }
    return ends;
  }

  private void axes(Plane plane, PlaneLayout.Spec spec) {
    Box box = plane.box();
    double width = Math.max(1, Math.round(spec.px(1.4)));
    double x = Math.round(plane.x(0) - width / 2);
    double y = Math.round(plane.y(0) - width / 2);
    brush.fill(new Box(x, box.y(), width, box.h()), Palette.muted(), 0);
    brush.fill(new Box(box.x(), y, box.w(), width), Palette.muted(), 0);
  }

  private void outlines(View view, PlaneLayout.Spec spec) {
    double[] square = view.images(Outlines.square(2, 0, 1, 0));
    pen.line(square, true, Role.GREEN.ink(), spec.px(1.2));
    pen.line(view.images(Outlines.circle(2, 0, 1)), true, Role.GREEN.ink(), spec.px(2));
  }

  private void numbers(GeometryScene scene, View view, double[] lines, PlaneLayout.Spec spec) {
    Plane plane = view.plane();
    List<Box> taken = new ArrayList<>(scene.labelBoxes().toList());
    double type = scene.layout().type();
    names(view, taken, type, spec);
    double gap = spec.px(4);
    for (double at : lines) {
      if (at == 0) {
        continue;
      }
      String text = Numbers.cell(at);
      double width = text.length() * type * Brush.DIGIT_ASPECT;
      Box below = Box.around(plane.x(at), plane.y(0) + gap + type * 0.6, width, type * 1.2);
      Box beside = new Box(plane.x(0) - gap - width, plane.y(at) - type * 0.6, width, type * 1.2);
      number(text, below, plane.box(), taken, type);
      number(text, beside, plane.box(), taken, type);
    }
  }

  private void number(String text, Box box, Box plane, List<Box> taken, double type) {
    if (plane.covers(box) && taken.stream().noneMatch(box::overlaps)) {
      brush.fill(box, Shades.of(Palette.card(), 0.75), 0);
      brush.number(text, box, type, Palette.muted());
      taken.add(box.grown(2));
    }
  }

  /** The names of the axes, at their positive ends. */
  private void names(View view, List<Box> taken, double type, PlaneLayout.Spec spec) {
    Box box = view.plane().box();
    String letter = view.after() ? Part.Y.symbol() : Part.X.symbol();
    double size = spec.px(NAME);
    Box right = new Box(box.right() - size, view.plane().y(0) - size, size, size);
    Box top = new Box(view.plane().x(0) + spec.px(2), box.y(), size, size);
    number(DotProductText.name(letter, 0), right, box, taken, type);
    number(DotProductText.name(letter, 1), top, box, taken, type);
  }

  /** What the unit square's area has become, where it has room for the words. */
  private void area(GeometryScene scene, View view) {
    double size = view.moment().size();
    String area = PlaneNumbers.entry(Math.abs(size), 0, Integer.MAX_VALUE);
    String text =
        size < 0
            ? Texts.get("linear.geometry.area.mirrored", area)
            : Texts.get("linear.geometry.area", area);
    double type = scene.layout().type();
    double width = brush.width(text, type);
    new AreaPlacer(scene, view)
        .place(width, type * 1.3)
        .ifPresent(box -> brush.text(text, box, type, Palette.text()));
  }
}
