package org.inferscope.tab.gpt2.weights;

import org.inferscope.ui.heatmap.ColourBar;
import org.inferscope.ui.paint.Box;

/**
 * Where the parts of a matrix's picture stand: the plot, profiles over it and beside it, axes to
 * the left and below, the colour bar at the right. In pixels of user space.
 *
 * @param plot the matrix itself
 * @param rowProfile the numbers of one row, over the plot
 * @param colProfile the numbers of one column, at the plot's right
 * @param rowAxis indices and name of the rows
 * @param colAxis indices and name of the columns
 * @param bar the colour bar with its numbers
 */
record MatrixLayout(
    Box plot, Box rowProfile, Box colProfile, Box rowAxis, Box colAxis, Box bar) {
  private static final double PROFILE = 42;
  private static final double GAP = 6;

  /** Digits of the largest index that has room at the axis. */
  private static final double DIGITS = 6;

  private static final double LINE = 1.35;

  /**
   * The layout of a component.
   *
   * @param w its width
   * @param h its height
   * @param unit pixels of an unscaled pixel
   * @param type size of the type in pixels
   */
  static MatrixLayout of(double w, double h, double unit, double type) {
    double gap = GAP * unit;
    double line = type * LINE;
    double left = line + DIGITS * type * 0.6 + gap;
    double profile = PROFILE * unit;
    double barW = ColourBar.widthNeeded(unit);
    double top = profile + gap;
    double below = 2 * line + gap;
    double right = profile + 2 * gap + barW;
    double plotW = Math.max(1, w - left - right);
    double plotH = Math.max(1, h - top - below);
    Box plot = new Box(left, top, plotW, plotH);
    return new MatrixLayout(
        plot,
        new Box(left, 0, plotW, profile),
        new Box(plot.right() + gap, top, profile, plotH),
        new Box(0, top, left - gap, plotH),
        new Box(left, plot.bottom() + gap / 2, plotW, below - gap / 2),
        new Box(plot.right() + profile + 2 * gap, top, barW, plotH));
  }

  /** Where the minimap stands in the plot: as wide and high as the matrix, within limits. */
  Box minimap(int rows, int cols, double unit) {
    double ratio = Math.max(0.4, Math.min(2.5, (double) cols / rows));
    double side = Math.min(118 * unit, Math.min(plot.w(), plot.h()) * 0.36);
    double w = ratio >= 1 ? side : side * ratio;
    double h = ratio >= 1 ? side / ratio : side;
    double margin = 8 * unit;
    return new Box(plot.right() - w - margin, plot.bottom() - h - margin, w, h);
  }
}
