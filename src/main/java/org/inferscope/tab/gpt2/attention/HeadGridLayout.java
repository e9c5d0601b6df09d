package org.inferscope.tab.gpt2.attention;

import java.util.Optional;
import org.inferscope.model.gpt2.attention.HeadFigures.Head;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;

/**
 * Where the small maps of all heads lie: a row for each layer, a column for each head. Each has its
 * marks below it, and its name in its empty half; where that is too small, the numbers of layers
 * and heads stand at the edges. Whole pixels, so that the maps are sharp.
 *
 * @param layers L
 * @param heads H
 * @param left where the first column begins
 * @param top where the first row begins
 * @param side of a map
 * @param gap between two maps
 * @param marks height of the strip of marks below a map
 * @param named whether names stand in the maps
 * @param type size of the type
 */
record HeadGridLayout(
    int layers,
    int heads,
    double left,
    double top,
    double side,
    double gap,
    double marks,
    boolean named,
    double type) {
  private static final int LEAST = 14;
  private static final int MOST = 132;
  private static final double GAP = 4;
  private static final double MARKS = 5;
  private static final double LINE = 1.35;

  /** Characters of "3.2", of which a name has more in larger models. */
  private static final double NAME_SHARE = 0.66;

  /**
   * The largest maps that all fit; where they would be too small, what does not fit is scrolled to.
   *
   * @param unit pixels of an unscaled pixel
   * @param smallest the smallest type, unscaled
   */
  static HeadGridLayout of(
      int layers, int heads, double width, double height, double unit, double smallest) {
    double type = smallest * unit;
    double gap = Math.rint(GAP * unit);
    double marks = Math.rint(MARKS * unit);
    int longest = new Head(layers - 1, heads - 1).label().length();
    double bare = side(layers, heads, width - 2 * gap, height - 2 * gap, gap, marks, unit);
    boolean named = longest * type * Brush.DIGIT_ASPECT <= bare * NAME_SHARE;
    if (named) {
      return new HeadGridLayout(layers, heads, gap, gap, bare, gap, marks, true, type);
    }
    double left = Math.rint((String.valueOf(layers - 1).length() + 1) * type * Brush.DIGIT_ASPECT);
    double top = Math.rint(type * LINE);
    double side = side(layers, heads, width - left - gap, height - top - gap, gap, marks, unit);
    return new HeadGridLayout(layers, heads, left, top, side, gap, marks, false, type);
  }

  private static double side(
      int layers, int heads, double w, double h, double gap, double marks, double unit) {
    double wide = w / heads - gap;
    double high = h / layers - gap - marks;
    return Math.floor(Math.max(LEAST * unit, Math.min(MOST * unit, Math.min(wide, high))));
  }

  double width() {
    return left + heads * (side + gap) + gap;
  }

  double height() {
    return top + layers * (side + marks + gap) + gap;
  }

  /** A head's map. */
  Box map(int layer, int head) {
    return new Box(left + head * (side + gap), top + layer * (side + marks + gap), side, side);
  }

  /** The strip below it. */
  Box strip(int layer, int head) {
    Box map = map(layer, head);
    return new Box(map.x(), map.bottom() + 1, side, marks - 1);
  }

  /** A map with its strip and what lies between it and the next: what an outline may touch. */
  Box cell(int layer, int head) {
    Box map = map(layer, head);
    return new Box(map.x() - gap / 2, map.y() - gap / 2, side + gap, side + marks + gap);
  }

  /** The head at a place. */
  Optional<Head> at(double x, double y) {
    int head = (int) Math.floor((x - left + gap / 2) / (side + gap));
    int layer = (int) Math.floor((y - top + gap / 2) / (side + marks + gap));
    return head >= 0 && head < heads && layer >= 0 && layer < layers
        ? Optional.of(new Head(layer, head))
        : Optional.empty();
  }
}
