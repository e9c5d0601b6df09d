package org.inferscope.tab.linear;

import java.util.List;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.paint.GridBox;
import org.inferscope.ui.theme.Palette;

/** Paints the signs between the panels, and the names and numbers around the batch. */
final class LabelPainter {
  private static final double SIGN = 24;
  private static final double TITLE = 14;

  private final Brush brush;

  LabelPainter(Brush brush) {
    this.brush = brush;
  }

  void signs(StageLayout layout) {
    double size = layout.px(SIGN);
    double middle = layout.weights().grid().bounds().centerY();
    sign("·", layout.signs().times(), middle, 1.6 * size);
    sign("+", layout.signs().plus(), middle, size);
    sign("=", layout.signs().equals(), middle, size);
  }

  private void sign(String text, Box column, double middle, double size) {
    brush.text(text, Box.around(column.centerX(), middle, column.w(), size), size, Palette.muted());
  }

  void batch(Scene scene) {
    StageLayout layout = scene.layout();
    StageLayout.Batch batch = layout.batch();
    StageSpec spec = layout.spec();
    String rows = Numbers.count(spec.batch());
    title(
        layout,
        Texts.get("linear.batch.x", rows + "×" + Numbers.count(spec.inputs())),
        batch.titleX(),
        batch.x());
    title(
        layout,
        Texts.get("linear.batch.y", rows + "×" + Numbers.count(spec.outputs())),
        batch.titleY(),
        batch.y());
    numbers(scene, batch.x());
    numbers(scene, batch.y());
    note(layout, scene.words().note());
  }

  private void title(StageLayout layout, String text, Box place, GridBox grid) {
    Box above = new Box(grid.x(), place.y(), place.right() - grid.x(), place.h());
    brush.leadingStrong(text, above, layout.px(TITLE), Palette.text());
  }

  /** The numbers of the first and the last row, and of the one in the bars. */
  private void numbers(Scene scene, GridBox grid) {
    StageLayout layout = scene.layout();
    double size = layout.px(layout.spec().smallest());
    double line = size * 1.25;
    double shown = grid.cell(scene.row(), 0).centerY();
    number(layout, grid, scene.row(), size, true);
    for (int row : new int[] {0, grid.rows() - 1}) {
      if (Math.abs(grid.cell(row, 0).centerY() - shown) > line) {
        number(layout, grid, row, size, false);
      }
    }
  }

  private void number(StageLayout layout, GridBox grid, int row, double size, boolean strong) {
    String text = Numbers.count(row + 1L);
    double width = text.length() * size * Brush.DIGIT_ASPECT;
    double line = size * 1.25;
    double middle = grid.cell(row, 0).centerY();
    Box box = new Box(grid.x() - layout.px(6) - width, middle - line / 2, width, line);
    Box bounds = new Box(0, grid.y() - line / 2, grid.x(), grid.height() + line);
    if (strong) {
      brush.strongNumber(text, box.clampedTo(bounds), size, Palette.text());
    } else {
      brush.number(text, box.clampedTo(bounds), size, Palette.muted());
    }
  }

  /** As many whole sentences as there is room for. */
  private void note(StageLayout layout, String text) {
    double size = layout.px(13);
    double line = size * 1.4;
    Box box = layout.batch().note();
    int most = (int) ((box.h() + layout.px(4)) / line);
    String shown = text;
    List<String> lines = brush.wrapped(shown, box.w(), size);
    while (lines.size() > most && shown.lastIndexOf(". ") > 0) {
      shown = shown.substring(0, shown.lastIndexOf(". ") + 1);
      lines = brush.wrapped(shown, box.w(), size);
    }
    for (int i = 0; i < Math.min(most, lines.size()); i++) {
      Box place = new Box(box.x(), box.y() + i * line, box.w() + 2, line);
      brush.leading(lines.get(i), place, size, Palette.muted());
    }
  }
}
