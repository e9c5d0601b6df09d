package org.inferscope.tab.linear;

import org.inferscope.ui.bars.BarsLayout;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.GridBox;

/**
 * Where everything on the stage lies, in pixels of user space. Boxes of what is not shown are
 * empty.
 *
 * @param spec what it was made for
 * @param formula the line with the shapes
 * @param weights W with its title and axes
 * @param bars x, b and y
 * @param signs ·, + and = between them
 * @param batch X and Y as heatmaps
 * @param sentence the output in focus, spelled out
 * @param terms its terms as bars
 * @param narration the sentence below
 */
record StageLayout(
    StageSpec spec,
    Box formula,
    Weights weights,
    Bars bars,
    Signs signs,
    Batch batch,
    Box sentence,
    Box terms,
    Box narration) {

  /**
   * W.
   *
   * @param title its name and shape
   * @param grid the cells
   * @param rowAxis the title of the rows, written upwards
   * @param columnAxis the title of the columns
   * @param colourBar what the colours mean; empty where there is no room
   */
  record Weights(Box title, GridBox grid, Box rowAxis, Box columnAxis, Box colourBar) {}

  /** x, b and y, each with its title and axis. */
  record Bars(BarsLayout x, BarsLayout b, BarsLayout y) {}

  /** The signs between the panels. */
  record Signs(Box times, Box plus, Box equals) {}

  /**
   * The batch as heatmaps; without it every box is empty.
   *
   * @param titleX the name and shape of X
   * @param x the cells of X
   * @param titleY the name and shape of Y
   * @param y the cells of Y
   * @param note why a batch reads W once
   */
  record Batch(Box titleX, GridBox x, Box titleY, GridBox y, Box note) {}

  boolean hasBatch() {
    return spec.batch() > 1;
  }

  double px(double unscaled) {
    return unscaled * spec.unit();
  }

  /** The cells, or the lanes, of a part; the lanes of bars as a grid of one column. */
  GridBox grid(Part part) {
    return switch (part) {
      case W -> weights.grid();
      case X -> lanes(bars.x());
      case B -> lanes(bars.b());
      case Y -> lanes(bars.y());
      case BATCH_X -> batch.x();
      case BATCH_Y -> batch.y();
    };
  }

  /** A lane reaches over the dimension's number, so that a short bar can be caught there too. */
  private static GridBox lanes(BarsLayout layout) {
    Box first = layout.lane(0);
    double pitch = layout.count() > 1 ? layout.lane(1).y() - first.y() : first.h();
    return new GridBox(first.x(), first.y(), layout.count(), 1, first.w(), pitch, 0);
  }
}
