package org.inferscope.tab.matmul;

import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.GridBox;

/**
 * Where everything lies on the stage. Computed by {@link StageLayouts}; immutable.
 *
 * @param spec what it was computed for
 * @param arrangement the arrangement used, never {@link Arrangement#AUTO}
 * @param a the cells of A
 * @param b the cells of B
 * @param c the cells of C
 * @param nameA room for A's name and shape
 * @param nameB room for B's name and shape
 * @param nameC room for C's name and shape
 * @param times the sign between A and B; empty where the arrangement has none
 * @param equals the sign before C; empty where the arrangement has none
 * @param march where values march into the systolic grid; empty for other algorithms
 * @param queue cells of the march visible before the grid at the left and at the top
 * @param workbench the part of the stage that matrices and flying values keep to
 * @param line the line that spells out the current step in numbers
 * @param narration the sentence that says what is happening
 */
record StageLayout(
    StageSpec spec,
    Arrangement arrangement,
    GridBox a,
    GridBox b,
    GridBox c,
    Box nameA,
    Box nameB,
    Box nameC,
    Box times,
    Box equals,
    Box march,
    Queue queue,
    Box workbench,
    Box line,
    Box narration) {

  /** How many waiting values of A and B are visible before the systolic grid. */
  record Queue(int a, int b) {
    static final Queue NONE = new Queue(0, 0);
  }

  /** Width of the strip for row numbers and height of that for column numbers, unscaled. */
  static final double INDEX = 20;

  double px(double unscaled) {
    return spec.px(unscaled);
  }

  boolean isSystolic() {
    return !march.isEmpty();
  }

  /** Whether C's rows and columns have numbers of their own, not shared with A's and B's. */
  boolean numbersC() {
    return arrangement == Arrangement.SIDE_BY_SIDE || isSystolic();
  }

  GridBox grid(Operand operand) {
    return switch (operand) {
      case A -> a;
      case B -> b;
      case C -> c;
    };
  }

  /** Room for the number of a row: left of its matrix, right of the systolic grid. */
  Box rowIndex(Operand operand, int i) {
    Box row = grid(operand).row(i);
    double strip = px(INDEX - 3);
    boolean march = operand == Operand.C && isSystolic();
    double x = march ? row.right() + px(3) : row.x() - px(INDEX);
    return new Box(x, row.y(), strip, row.h());
  }

  /** Room for the number of a column: above its matrix, below the systolic grid. */
  Box columnIndex(Operand operand, int j) {
    Box column = grid(operand).column(j);
    double strip = px(INDEX - 2);
    boolean march = operand == Operand.C && isSystolic();
    double y = march ? column.bottom() + px(2) : column.y() - px(INDEX);
    return new Box(column.x(), y, column.w(), strip);
  }
}
