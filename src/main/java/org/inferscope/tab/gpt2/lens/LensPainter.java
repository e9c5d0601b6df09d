package org.inferscope.tab.gpt2.lens;

import java.awt.Color;
import java.awt.Rectangle;
import org.inferscope.model.gpt2.Distribution.Scored;
import org.inferscope.model.gpt2.LogitLens;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.theme.Contrast;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;
import org.inferscope.ui.theme.Role;

/** Paints the cells of the table: the most probable token on the colour of its probability. */
final class LensPainter {
  private static final double RADIUS = 4;
  private static final double LARGEST = 15;
  private static final double PAD = 5;

  /** A cell this high, in sizes of type, has room for its probability, too. */
  private static final double TWO_LINES = 3;

  private final Brush brush;

  LensPainter(Brush brush) {
    this.brush = brush;
  }

  /**
   * Paints the cells that lie in a part of the table.
   *
   * @param row of the cursor, −1 for none
   * @param col of the cursor
   */
  void paint(LensGrid grid, LensScene scene, Rectangle seen, int row, int col) {
    int right = grid.columnNear(seen.getMaxX());
    int bottom = grid.rowNear(seen.getMaxY());
    double unit = Metrics.scale();
    for (int j = grid.columnNear(seen.getMinX()); j <= right; j++) {
      for (int i = grid.rowNear(seen.getMinY()); i <= bottom; i++) {
        cell(grid, scene, i, j);
      }
    }
    Box followed = grid.column(scene.token());
    brush.outline(followed.grown(unit), Palette.accent(), RADIUS * unit, 2 * unit);
    if (row >= 0) {
      Box cursor = grid.cell(row, col);
      brush.outline(cursor, Palette.background(), RADIUS * unit, 3 * unit);
      brush.outline(cursor, Palette.accent(), RADIUS * unit, 2 * unit);
    }
  }

  /** The ground of a cell by its probability. */
  static Color fill(double probability) {
    return Palette.magnitude().at(probability);
  }

  private void cell(LensGrid grid, LensScene scene, int row, int col) {
    Box box = grid.cell(row, col);
    double unit = Metrics.scale();
    LogitLens.Cell cell = scene.lens().cell(row, col).orElse(null);
    if (cell == null) {
      brush.cell(box, Palette.cell(), Palette.cellBorder(), RADIUS * unit, unit);
      return;
    }
    Scored top = cell.top().get(0);
    Color fill = fill(top.probability());
    Color ink = Contrast.textOn(fill);
    brush.cell(box, fill, fill, RADIUS * unit, 0);
    boolean isTarget = scene.isTarget(cell, col);
    if (isTarget) {
      brush.outline(box.grown(-unit), Role.ROW.fill(), RADIUS * unit, 2.5 * unit);
    }
    String word = scene.shown().word(top.id());
    double type = type(box);
    if (box.h() >= TWO_LINES * type) {
      double middle = box.centerY();
      Box upper = new Box(box.x(), middle - 1.35 * type, box.w(), 1.35 * type);
      word(word, upper, type, ink, isTarget);
      Box lower = new Box(box.x(), middle, box.w(), 1.35 * type);
      double small = Fonts.smallest() * unit;
      brush.number(LensWords.percent(top.probability()), lower, small, ink);
    } else {
      word(word, box, type, ink, isTarget);
    }
  }

  private static double type(Box box) {
    double unit = Metrics.scale();
    double least = Fonts.smallest() * unit;
    return Math.max(least, Math.min(LARGEST * unit, box.h() * 0.42));
  }

  /** In the middle if it has room, with smaller type if need be; else from the left, cut off. */
  private void word(String word, Box box, double wanted, Color ink, boolean strong) {
    double pad = PAD * Metrics.scale();
    Box inside = new Box(box.x() + pad, box.y(), box.w() - 2 * pad, box.h());
    // Semi-bold letters are a little wider.
    double width = brush.width(word, wanted) * (strong ? 1.06 : 1);
    double least = Fonts.smallest() * Metrics.scale();
    double type = Math.max(least, Math.min(wanted, wanted * inside.w() / width));
    boolean fits = width * type / wanted <= inside.w() * 1.01;
    if (strong && fits) {
      brush.strong(word, inside, type, ink);
    } else if (strong) {
      brush.leadingStrong(word, inside, type, ink);
    } else if (fits) {
      brush.text(word, inside, type, ink);
    } else {
      brush.leading(word, inside, type, ink);
    }
  }
}
