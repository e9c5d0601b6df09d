package org.inferscope.tab.matmul;

/**
 * The size of a matrix cell, gap included, kept to a shape that reads well: about square when there
 * is room, wider than high when there is not, since numbers are.
 */
record CellSize(double w, double h) {
  private static final double LARGEST = 128;
  private static final double COMFORTABLE_WIDTH = 72;
  private static final double SHOWN_CHARACTERS = 5;
  private static final double CHARACTER_ASPECT = 0.6;

  /** The largest good cell for the given room. */
  static CellSize fitting(double width, int cols, double height, int rows, double unit) {
    double cap = LARGEST * unit;
    double h = Math.min(cap, height / rows);
    double w = Math.min(cap, width / cols);
    w = Math.min(w, Math.max(1.25 * h, COMFORTABLE_WIDTH * unit));
    return new CellSize(w, Math.min(h, w));
  }

  /** The size, in pixels, that a number of five characters could have. */
  double textSize() {
    return Math.min(h * 0.56, w * 0.9 / (SHOWN_CHARACTERS * CHARACTER_ASPECT));
  }

  /** Whether a number of that many characters can be shown in type of that size. */
  boolean shows(int characters, double type) {
    return h >= 0.9 * type && w * 0.94 >= characters * CHARACTER_ASPECT * type;
  }

  /** Free space between cells of this size. */
  double gap(double unit) {
    return Math.max(1, Math.min(4 * unit, Math.rint(Math.min(w, h) * 0.06)));
  }
}
