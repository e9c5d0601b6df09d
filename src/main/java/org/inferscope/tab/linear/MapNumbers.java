package org.inferscope.tab.linear;

import java.util.Optional;
import org.inferscope.model.linear.LinearRef;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;

/**
 * Where the numbers of the map stand: W in brackets, and b under it or, where the map stands below
 * the planes, beside it; and an arrow from before to after. In pixels of user space. Immutable.
 *
 * @param n dimensions
 * @param type size of the numbers
 * @param name above the matrix
 * @param w the matrix
 * @param plus above b
 * @param b the shift
 * @param arrow from before to after
 */
record MapNumbers(int n, double type, Box name, Box w, Box plus, Box b, Box arrow) {
  private static final double LARGEST_TYPE = 17;
  private static final double ROW = 1.7;
  private static final double NAME = 22;
  private static final double ARROW = 30;
  private static final double GAP = 10;
  private static final double FOOT = 6;
  private static final double APART = 60;
  private static final double TYPE_BELOW = 14;

  static MapNumbers of(PlaneLayout layout) {
    return layout.isMapBetween() ? stacked(layout) : inARow(layout);
  }

  /** What it takes in height where it stands below the planes. */
  static double height(PlaneLayout.Spec spec) {
    return spec.px(GAP + NAME + FOOT) + spec.dimensions() * typeBelow(spec) * ROW;
  }

  private static double typeBelow(PlaneLayout.Spec spec) {
    return Math.max(spec.type(), spec.px(TYPE_BELOW));
  }

  private static double column(double type) {
    return PlaneLayout.COLUMN_CHARACTERS * type * Brush.DIGIT_ASPECT;
  }

  private static MapNumbers inARow(PlaneLayout layout) {
    PlaneLayout.Spec spec = layout.spec();
    int n = spec.dimensions();
    Box area = layout.map();
    double type = typeBelow(spec);
    double apart = spec.px(APART);
    double name = spec.px(NAME);
    double x = area.centerX() - ((n + 1) * column(type) + apart) / 2;
    double y = area.y() + spec.px(GAP) + name;
    Box w = new Box(x, y, n * column(type), n * type * ROW);
    Box b = new Box(w.right() + apart, y, column(type), w.h());
    Box between = layout.between();
    Box arrow = Box.around(between.centerX(), between.centerY(), between.w(), spec.px(ARROW));
    return new MapNumbers(
        n, type, above(w, name, apart * 0.4), w, above(b, name, apart * 0.4), b, arrow);
  }

  /** A line above a box, and a little wider. */
  private static Box above(Box box, double height, double wider) {
    return new Box(box.x() - wider, box.y() - height, box.w() + 2 * wider, height);
  }

  private static MapNumbers stacked(PlaneLayout layout) {
    PlaneLayout.Spec spec = layout.spec();
    int n = spec.dimensions();
    Box area = layout.map();
    double room = (area.w() - spec.px(14)) / (n * PlaneLayout.COLUMN_CHARACTERS);
    double type = Math.max(spec.type(), Math.min(spec.px(LARGEST_TYPE), room / Brush.DIGIT_ASPECT));
    double high = n * type * ROW;
    double gap = spec.px(GAP);
    double whole = 2 * spec.px(NAME) + 2 * high + gap + spec.px(ARROW);
    double y = area.y() + Math.max(0, (area.h() - whole) / 2);
    Box name = new Box(area.x(), y, area.w(), spec.px(NAME));
    Box w = Box.around(area.centerX(), name.bottom() + high / 2, n * column(type), high);
    Box plus = new Box(area.x(), w.bottom() + gap / 2, area.w(), spec.px(NAME));
    Box b = Box.around(area.centerX(), plus.bottom() + high / 2, column(type), high);
    Box arrow = new Box(area.x(), b.bottom() + gap / 2, area.w(), spec.px(ARROW));
    return new MapNumbers(n, type, name, w, plus, b, arrow);
  }

  /** The place of W[i,j]. */
  Box weight(int i, int j) {
    double width = w.w() / n;
    double height = w.h() / n;
    return new Box(w.x() + j * width, w.y() + i * height, width, height);
  }

  /** The place of b[i]. */
  Box bias(int i) {
    double height = b.h() / n;
    return new Box(b.x(), b.y() + i * height, b.w(), height);
  }

  /** The value whose number stands at a place. */
  Optional<LinearRef> refAt(double x, double y) {
    for (int i = 0; i < n; i++) {
      if (bias(i).contains(x, y)) {
        return Optional.of(new LinearRef.Bias(i));
      }
      for (int j = 0; j < n; j++) {
        if (weight(i, j).contains(x, y)) {
          return Optional.of(new LinearRef.Weight(i, j));
        }
      }
    }
    return Optional.empty();
  }
}
