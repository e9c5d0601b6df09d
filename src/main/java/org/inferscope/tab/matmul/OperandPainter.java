package org.inferscope.tab.matmul;

import java.awt.Color;
import org.inferscope.model.matmul.Cell;
import org.inferscope.model.matmul.FastMemory;
import org.inferscope.model.matmul.MultiplyAdd;
import org.inferscope.model.matmul.Region;
import org.inferscope.model.matmul.Spotlight;
import org.inferscope.ui.grid.Entry;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.paint.GridBox;
import org.inferscope.ui.paint.Tone;
import org.inferscope.ui.paint.Tones;
import org.inferscope.ui.theme.Palette;
import org.jspecify.annotations.Nullable;

/** Paints the cells of A and B: at rest, lit, worked on, hovered, or wrong. */
final class OperandPainter {
  private final Brush brush;

  OperandPainter(Brush brush) {
    this.brush = brush;
  }

  /** All cells of a matrix at rest; what stays the same from frame to frame. */
  void base(Scene scene, Operand operand) {
    GridBox grid = scene.layout().grid(operand);
    for (int i = 0; i < grid.rows(); i++) {
      for (int j = 0; j < grid.cols(); j++) {
        Entry entry = scene.entries(operand).at(i, j);
        Box box = grid.cell(i, j);
        Tone tone = entry.isBad() ? Tone.ERROR : Tone.PLAIN;
        Color edge = entry.isBad() ? Palette.error() : Palette.cellBorder();
        brush.cell(box, ground(scene, entry), edge, radius(grid), 1);
        brush.number(scene.fit().text(entry), box, scene.fit().size(), Tones.ink(tone));
      }
    }
  }

  /** A cell without room for digits tells its sign and size by colour. */
  private static Color ground(Scene scene, Entry entry) {
    if (entry.isBad()) {
      return Palette.errorSoft();
    }
    boolean bare = scene.fit().text(entry).isEmpty();
    return bare ? Tones.of(entry.value()) : Palette.cell();
  }

  static double radius(GridBox grid) {
    return Math.min(8, Math.min(grid.cellW(), grid.cellH()) * 0.12);
  }

  /** The cells lit at this moment. */
  void lit(Scene scene, Operand operand) {
    Moment moment = scene.moment();
    if (moment == null) {
      return;
    }
    Tone tone = operand == Operand.A ? Tone.ROW : Tone.COLUMN;
    if (scene.asked().isPresent()) {
      asked(scene, operand, scene.asked().get(), tone);
      return;
    }
    Region region = region(moment.spotlight(), operand);
    GridBox grid = scene.layout().grid(operand);
    for (int i = 0; i < grid.rows(); i++) {
      for (int j = 0; j < grid.cols(); j++) {
        if (scene.traces(operand, i, j)) {
          trace(scene, operand, i, j, tone);
        } else if (region.contains(i, j)) {
          cell(scene, operand, i, j, Tones.soft(tone), Palette.text(), Tones.ink(tone));
        } else if (holds(moment, operand, i, j)) {
          cell(scene, operand, i, j, Tones.soft(tone), Palette.text(), null);
        }
      }
    }
    for (MultiplyAdd work : moment.work()) {
      int i = operand == Operand.A ? work.i() : work.k();
      int j = operand == Operand.A ? work.k() : work.j();
      cell(scene, operand, i, j, Tones.fill(tone), Tones.on(tone), Tones.ink(tone));
    }
  }

  /** In predict mode, the row and the column that the answer comes from. */
  private void asked(Scene scene, Operand operand, Cell cell, Tone tone) {
    GridBox grid = scene.layout().grid(operand);
    int count = operand == Operand.A ? grid.cols() : grid.rows();
    for (int k = 0; k < count; k++) {
      int i = operand == Operand.A ? cell.row() : k;
      int j = operand == Operand.A ? k : cell.column();
      cell(scene, operand, i, j, Tones.fill(tone), Tones.on(tone), Tones.ink(tone));
    }
  }

  private void trace(Scene scene, Operand operand, int i, int j, Tone tone) {
    cell(scene, operand, i, j, Tones.soft(tone), Palette.text(), Tones.fill(tone));
  }

  private static Region region(Spotlight lit, Operand operand) {
    return operand == Operand.A ? lit.a() : lit.b();
  }

  private static boolean holds(Moment moment, Operand operand, int i, int j) {
    FastMemory memory = moment.memory();
    return operand == Operand.A ? memory.holdsA(i, j) : memory.holdsB(i, j);
  }

  private void cell(
      Scene scene, Operand operand, int i, int j, Color fill, Color ink, @Nullable Color border) {
    GridBox grid = scene.layout().grid(operand);
    Entry entry = scene.entries(operand).at(i, j);
    if (entry.isBad()) {
      return;
    }
    Box box = grid.cell(i, j);
    double width = border == null ? 0 : scene.layout().px(1.4);
    brush.cell(box, fill, border == null ? fill : border, radius(grid), width);
    brush.number(scene.fit().text(entry), box, scene.fit().size(), ink);
  }
}
