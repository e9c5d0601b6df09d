package org.inferscope.tab.linear;

import org.inferscope.ui.bars.BarsLayout;
import org.inferscope.ui.grid.Entry;
import org.inferscope.ui.grid.EntryGrid;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.paint.GridBox;
import org.inferscope.ui.theme.Palette;

/** Marks what is no number: as it was typed where there is room, else by a sign or by colour. */
final class ProblemPainter {
  private static final double RADIUS = 3;
  private static final double FRAME = 1.5;
  private static final double PAD = 5;

  private final Brush brush;

  ProblemPainter(Brush brush) {
    this.brush = brush;
  }

  /** Over the cells of a heatmap. */
  void cells(StageLayout layout, GridBox grid, EntryGrid entries) {
    if (entries.firstProblem().isEmpty()) {
      return;
    }
    for (int i = 0; i < grid.rows(); i++) {
      for (int j = 0; j < grid.cols(); j++) {
        mark(layout, grid.cell(i, j), entries.at(i, j));
      }
    }
  }

  /**
   * At the end of the lanes of bars, which show the numbers in force.
   *
   * @param column as many rows as there are bars
   */
  void bars(StageLayout layout, BarsLayout place, EntryGrid column) {
    if (column.firstProblem().isEmpty()) {
      return;
    }
    for (int k = 0; k < place.count(); k++) {
      Box track = place.track(k);
      double wanted = width(layout, column.at(k, 0).text()) + 2 * layout.px(PAD);
      double width = Math.min(wanted, track.w() / 2);
      Box end = new Box(track.right() - width, track.y(), width, track.h());
      mark(layout, end, column.at(k, 0));
    }
  }

  private void mark(StageLayout layout, Box box, Entry entry) {
    if (!entry.isBad()) {
      return;
    }
    brush.cell(box, Palette.errorSoft(), Palette.error(), layout.px(RADIUS), layout.px(FRAME));
    double size = layout.px(layout.spec().smallest());
    boolean fits = width(layout, entry.text()) < box.w();
    String text = fits ? entry.text() : "!";
    if (box.h() >= size && box.w() >= width(layout, text)) {
      brush.number(text, box, size, Palette.error());
    }
  }

  private static double width(StageLayout layout, String text) {
    return text.length() * layout.px(layout.spec().smallest()) * Brush.DIGIT_ASPECT;
  }
}
