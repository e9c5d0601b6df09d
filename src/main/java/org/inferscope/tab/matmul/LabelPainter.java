package org.inferscope.tab.matmul;

import java.awt.Color;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.paint.GridBox;
import org.inferscope.ui.paint.Tone;
import org.inferscope.ui.paint.Tones;
import org.inferscope.ui.theme.Palette;

/** Paints names, shapes, signs and the numbers of rows and columns. */
final class LabelPainter {
  private static final double LEAST_FOR_INDEX = 11;

  private final Brush brush;

  LabelPainter(Brush brush) {
    this.brush = brush;
  }

  void paint(Scene scene) {
    StageLayout layout = scene.layout();
    name(layout, layout.nameA(), "A", layout.a(), Tone.ROW);
    name(layout, layout.nameB(), "B", layout.b(), Tone.COLUMN);
    name(layout, layout.nameC(), "C", layout.c(), Tone.RESULT);
    if (!layout.times().isEmpty()) {
      brush.text("×", layout.times(), layout.px(30), Palette.muted());
      brush.text("=", layout.equals(), layout.px(30), Palette.muted());
    }
    indices(scene, Operand.A);
    indices(scene, Operand.B);
    if (layout.numbersC()) {
      indices(scene, Operand.C);
    }
  }

  /** The name, and the shape under it; beside it where there is no height for both. */
  private void name(StageLayout layout, Box box, String name, GridBox grid, Tone tone) {
    String shape = grid.rows() + "×" + grid.cols();
    double large = layout.px(19);
    double small = layout.px(13);
    if (box.h() >= layout.px(38)) {
      Box upper = new Box(box.x(), box.bottom() - layout.px(42), box.w(), layout.px(22));
      Box lower = new Box(box.x(), upper.bottom(), box.w(), layout.px(18));
      brush.strong(name, upper, large, Tones.ink(tone));
      brush.text(shape, lower, small, Palette.muted());
    } else {
      double half = box.w() / 3;
      brush.strong(name, new Box(box.x(), box.y(), half, box.h()), layout.px(15), Tones.ink(tone));
      Box rest = new Box(box.x() + half, box.y(), box.w() - half, box.h());
      brush.text(shape, rest, layout.px(12), Palette.muted());
    }
  }

  private void indices(Scene scene, Operand operand) {
    StageLayout layout = scene.layout();
    GridBox grid = layout.grid(operand);
    double size = layout.px(12);
    Color columns =
        scene.mismatch().isPresent() && operand == Operand.A ? Palette.error() : Palette.muted();
    Color rows =
        scene.mismatch().isPresent() && operand == Operand.B ? Palette.error() : Palette.muted();
    int everyRow = every(grid.cellH(), layout.px(LEAST_FOR_INDEX));
    for (int i = 0; i < grid.rows(); i += everyRow) {
      Box room = layout.rowIndex(operand, i);
      if (operand == Operand.C && layout.isSystolic()) {
        brush.text(Integer.toString(i + 1), room, size, rows);
      } else {
        brush.trailing(Integer.toString(i + 1), room, size, rows);
      }
    }
    int everyColumn = every(grid.cellW(), layout.px(LEAST_FOR_INDEX + 6));
    for (int j = 0; j < grid.cols(); j += everyColumn) {
      brush.text(Integer.toString(j + 1), layout.columnIndex(operand, j), size, columns);
    }
  }

  /** Every how many rows or columns a number has room. */
  private static int every(double room, double needed) {
    return room <= 0 ? 1 : Math.max(1, (int) Math.ceil(needed / room));
  }
}
