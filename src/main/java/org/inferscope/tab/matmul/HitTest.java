package org.inferscope.tab.matmul;

import java.util.Optional;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.GridBox;

/** Finds what lies under a place on the stage. Pure. */
final class HitTest {
  private HitTest() {}

  /** What lies there, if anything. */
  static Optional<Target> at(StageLayout layout, double x, double y) {
    for (Operand operand : Operand.values()) {
      Optional<Target> found = in(layout, operand, x, y);
      if (found.isPresent()) {
        return found;
      }
    }
    if (layout.line().contains(x, y)) {
      return Optional.of(new Target.Line());
    }
    return layout.narration().contains(x, y)
        ? Optional.of(new Target.Narration())
        : Optional.empty();
  }

  private static Optional<Target> in(StageLayout layout, Operand operand, double x, double y) {
    GridBox grid = layout.grid(operand);
    if (grid.contains(x, y)) {
      return Optional.of(new Target.Value(operand, grid.rowAt(y), grid.columnAt(x)));
    }
    if (name(layout, operand).contains(x, y)) {
      return Optional.of(new Target.Name(operand));
    }
    if (operand == Operand.C && !layout.numbersC()) {
      return Optional.empty();
    }
    int row = grid.rowAt(y);
    if (row >= 0 && layout.rowIndex(operand, row).contains(x, y)) {
      return Optional.of(new Target.RowIndex(operand, row));
    }
    int col = grid.columnAt(x);
    return col >= 0 && layout.columnIndex(operand, col).contains(x, y)
        ? Optional.of(new Target.ColumnIndex(operand, col))
        : Optional.empty();
  }

  private static Box name(StageLayout layout, Operand operand) {
    return switch (operand) {
      case A -> layout.nameA();
      case B -> layout.nameB();
      case C -> layout.nameC();
    };
  }
}
