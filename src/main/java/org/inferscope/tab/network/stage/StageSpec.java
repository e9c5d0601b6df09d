package org.inferscope.tab.network.stage;

import java.util.List;

/**
 * What the layout of the stage depends on.
 *
 * @param width width of the stage in pixels of user space
 * @param height its height
 * @param widths how many units each column has, the input's first
 * @param pad whether the input is drawn as a square picture
 * @param sampled whether some weights are left out between some columns, which is said below
 * @param narrated whether the sentence stands at the foot; else it stands elsewhere
 * @param unit pixels of an unscaled pixel
 * @param smallest smallest size of type, unscaled
 */
record StageSpec(
    int width,
    int height,
    List<Integer> widths,
    boolean pad,
    boolean sampled,
    boolean narrated,
    double unit,
    double smallest) {
  /** Copies the widths. */
  StageSpec {
    widths = List.copyOf(widths);
  }

  /** A size at the scale in force. */
  double px(double unscaled) {
    return unscaled * unit;
  }

  /** The smallest type, in pixels. */
  double type() {
    return smallest * unit;
  }

  /** How many columns. */
  int columns() {
    return widths.size();
  }

  /** The widest column. */
  int widest() {
    return widths.stream().mapToInt(Integer::intValue).max().orElse(1);
  }

  /** The side of a square picture of so many numbers; 0 where they fill none. */
  static int side(int numbers) {
    int side = (int) Math.round(Math.sqrt(numbers));
    return side > 1 && side * side == numbers ? side : 0;
  }
}
