package org.inferscope.tab.gpt2.states;

import org.inferscope.ui.heatmap.ColourBar;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.GridBox;

/**
 * Where the heatmap and what surrounds it lie, in pixels of the component.
 *
 * @param grid the cells
 * @param rows names of the layers, at the left
 * @param ticks numbers of the dimensions, below
 * @param bar what the colours mean, at the right
 * @param type size of the text
 * @param unit pixels of an unscaled pixel
 * @param numbered whether cells have room for numbers
 */
record HeatLayout(
    GridBox grid, Box rows, Box ticks, Box bar, double type, double unit, boolean numbered) {
  private static final double EDGE = 4;
  private static final double PAD = 8;
  private static final double LINE = 1.25;

  /** A cell has a number if it is as wide as four digits with a sign and a point. */
  private static final double NUMBER = 4.4;

  private static final double NUMBER_HIGH = 1.3;
  private static final int MOST_NUMBERS = 1024;

  /**
   * A layout.
   *
   * @param names width of the longest name of a row
   * @param smallest size of type, unscaled
   */
  static HeatLayout of(
      double w, double h, int rows, int cols, double names, double unit, double smallest) {
    double type = smallest * unit;
    double edge = EDGE * unit;
    double pad = PAD * unit;
    double left = edge + names + pad;
    double right = w - edge - ColourBar.widthNeeded(unit) - pad;
    double bottom = h - edge - type * LINE - pad / 2;
    double cellW = Math.max(1, right - left) / cols;
    double cellH = Math.max(1, bottom - edge) / rows;
    boolean numbered =
        cellW >= NUMBER * type * 0.6 + 4 * unit
            && cellH >= NUMBER_HIGH * type
            && rows * cols <= MOST_NUMBERS;
    double gap = numbered ? 2 * unit : 0;
    GridBox grid = new GridBox(left, edge, rows, cols, cellW, cellH, gap);
    return new HeatLayout(
        grid,
        new Box(edge, edge, names, bottom - edge),
        new Box(left, bottom + pad / 2, right - left, type * LINE),
        new Box(right + pad, edge, ColourBar.widthNeeded(unit), bottom - edge),
        type,
        unit,
        numbered);
  }

  /** Every how many rows there is room for a name. */
  int rowStep() {
    return (int) Math.max(1, Math.ceil(type * 1.15 / grid.cellH()));
  }

  /**
   * Every how many columns there is room for a number: 1, 2, 4, 8 and so on, as widths of models
   * are multiples of powers of two.
   *
   * @param widest width of the longest number
   */
  int columnStep(double widest) {
    int step = 1;
    while (step * grid.cellW() < widest + 10 * unit && step < grid.cols()) {
      step *= 2;
    }
    return step;
  }
}
