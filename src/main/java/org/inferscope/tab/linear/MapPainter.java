package org.inferscope.tab.linear;

import java.awt.Color;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.paint.Pen;
import org.inferscope.ui.theme.Palette;
import org.inferscope.ui.theme.Role;

/** Paints the map between the planes in numbers, as it is now. */
final class MapPainter {
  private static final double LINE = 1.5;
  private static final double STUB = 5;
  private static final int MOST_CHARACTERS = PlaneLayout.COLUMN_CHARACTERS - 1;

  private final Brush brush;
  private final Pen pen;

  MapPainter(Brush brush, Pen pen) {
    this.brush = brush;
    this.pen = pen;
  }

  void paint(GeometryScene scene) {
    MapNumbers column = MapNumbers.of(scene.layout());
    PlaneLayout.Spec spec = scene.layout().spec();
    double type = spec.px(Math.max(13, spec.smallest()));
    brush.strong(name(scene.moment()), column.name(), type, Palette.text());
    matrix(scene, column, spec);
    brush.strong(shiftName(scene.moment()), column.plus(), type, Role.RESULT.ink());
    shift(scene, column, spec);
    arrow(column, spec);
  }

  /** "W", or "(1 − 0.25)·I + 0.25·W" on the way. */
  private static String name(MapMoment moment) {
    return moment.isTurned()
        ? Part.W.symbol()
        : Texts.get("linear.geometry.between", Numbers.fixed(moment.turned(), 2));
  }

  private static String shiftName(MapMoment moment) {
    return moment.shifted() == 0 || moment.isShifted()
        ? Texts.get("linear.geometry.shift")
        : Texts.get("linear.geometry.partOfShift", Numbers.fixed(moment.shifted(), 2));
  }

  private void matrix(GeometryScene scene, MapNumbers column, PlaneLayout.Spec spec) {
    double[][] map = scene.moment().map();
    double largest = 0;
    for (double[] row : map) {
      for (double value : row) {
        largest = Math.max(largest, Math.abs(value));
      }
    }
    for (int j = 0; j < column.n(); j++) {
      if (scene.light().isOn(Tip.column(j))) {
        Box all = column.weight(0, j).union(column.weight(column.n() - 1, j));
        brush.fill(all, Tip.basisRole(j).soft(), spec.px(4));
      }
      for (int i = 0; i < column.n(); i++) {
        String text = PlaneNumbers.entry(map[i][j], largest, MOST_CHARACTERS);
        number(text, column.weight(i, j), column.type(), Tip.basisRole(j).ink());
      }
    }
    brackets(column.w(), spec);
  }

  /** Faint before anything is shifted. */
  private void shift(GeometryScene scene, MapNumbers column, PlaneLayout.Spec spec) {
    double[] b = scene.moment().geometry().shift();
    double part = scene.moment().shifted();
    if (scene.light().isOn(Tip.BIAS)) {
      brush.fill(column.b(), Role.RESULT.soft(), spec.px(4));
    }
    for (int i = 0; i < column.n(); i++) {
      String text = PlaneNumbers.entry(part == 0 ? b[i] : part * b[i], 0, MOST_CHARACTERS);
      Color ink = part == 0 ? Palette.muted() : Role.RESULT.ink();
      number(text, column.bias(i), column.type(), ink);
    }
    brackets(column.b(), spec);
  }

  private void number(String text, Box box, double type, Color ink) {
    brush.strongNumber(text, box, type, ink);
  }

  private void brackets(Box box, PlaneLayout.Spec spec) {
    double line = Math.max(1, Math.round(spec.px(LINE)));
    double stub = spec.px(STUB);
    Color ink = Palette.muted();
    for (double x : new double[] {box.x() - line, box.right()}) {
      double inner = x < box.centerX() ? x : x + line - stub;
      brush.fill(new Box(x, box.y(), line, box.h()), ink, 0);
      brush.fill(new Box(inner, box.y(), stub, line), ink, 0);
      brush.fill(new Box(inner, box.bottom() - line, stub, line), ink, 0);
    }
  }

  private void arrow(MapNumbers column, PlaneLayout.Spec spec) {
    Box box = column.arrow();
    double half = Math.min(box.w() / 2 - spec.px(8), spec.px(44));
    double[] from = {box.centerX() - half, box.centerY()};
    double[] to = {box.centerX() + half, box.centerY()};
    pen.arrow(from, to, Palette.muted(), spec.px(2.5));
  }
}
