package org.inferscope.tab.matmul;

import org.inferscope.tensor.Matrix;
import org.inferscope.ui.grid.EntryGrid;
import org.inferscope.ui.grid.NumberFit;
import org.inferscope.ui.paint.Box;

/** Chooses the type for the cells of a stage: one size for all matrices whose cells are alike. */
final class Fits {
  private Fits() {}

  /**
   * The type for A and B, and for C where its cells are as large.
   *
   * @param c the finished product; the type has room for it too
   * @param smallest the smallest type allowed, unscaled
   */
  static NumberFit operands(
      StageLayout layout, EntryGrid a, EntryGrid b, Matrix c, double smallest) {
    int longest = Math.max(NumberFit.longest(a.matrix()), NumberFit.longest(b.matrix()));
    if (!layout.isSystolic()) {
      longest = Math.max(longest, NumberFit.longest(c));
    }
    Box cell = layout.a().cell(0, 0);
    return NumberFit.of(cell.w(), cell.h(), longest, layout.spec().unit(), smallest);
  }

  /** The type for C. */
  static NumberFit result(StageLayout layout, Matrix c, NumberFit operands, double smallest) {
    if (!layout.isSystolic()) {
      return operands;
    }
    Box room = SystolicPainter.sumBox(layout, layout.c().cell(0, 0));
    return NumberFit.of(room.w(), room.h(), NumberFit.longest(c), layout.spec().unit(), smallest);
  }
}
