package org.inferscope.tab.linear;

import java.util.Optional;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.heatmap.ColourBar;
import org.inferscope.ui.heatmap.HeatmapPainter;
import org.inferscope.ui.heatmap.Spot;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.paint.GridBox;
import org.inferscope.ui.theme.Palette;
import org.inferscope.ui.theme.Role;

/** Paints W as the notebook does: a heatmap with its values, axes and colour bar. */
final class WeightsPainter {
  private static final double TITLE = 15;

  private final Brush brush;
  private final HeatmapPainter heatmap;
  private final ColourBar colourBar;
  private final ProblemPainter problems;

  WeightsPainter(Brush brush) {
    this.brush = brush;
    heatmap = new HeatmapPainter(brush);
    colourBar = new ColourBar(brush);
    problems = new ProblemPainter(brush);
  }

  void paint(Scene scene) {
    StageLayout layout = scene.layout();
    StageLayout.Weights place = layout.weights();
    GridBox grid = place.grid();
    title(layout, place);
    cells(scene, grid);
    problems.cells(layout, grid, scene.entries().w());
    indices(layout, grid);
    double small = layout.px(layout.spec().smallest());
    brush.text(Texts.get("linear.axis.inputs"), place.columnAxis(), small, Palette.muted());
    brush.upwards(Texts.get("linear.axis.outputs"), place.rowAxis(), small, Palette.muted());
    if (!place.colourBar().isEmpty()) {
      colourBar.paint(place.colourBar(), scene.limits().w());
    }
  }

  private void title(StageLayout layout, StageLayout.Weights place) {
    Box cells = place.grid().bounds();
    Box above =
        new Box(cells.x(), place.title().y(), place.title().right() - cells.x(), place.title().h());
    brush.leadingStrong(Texts.get("linear.panel.w"), above, layout.px(TITLE), Palette.text());
  }

  private void cells(Scene scene, GridBox grid) {
    double limit = scene.limits().w();
    spot(scene.light())
        .ifPresentOrElse(
            spot -> heatmap.paint(grid, scene.w(), limit, scene.fits().w(), spot),
            () -> heatmap.paint(grid, scene.w(), limit, scene.fits().w()));
  }

  /** What the rest of W steps back for, if something is lit. */
  private static Optional<Spot> spot(Scene.Light light) {
    if (!light.pointed() || (light.weightRow().isEmpty() && light.weightColumn().isEmpty())) {
      return Optional.empty();
    }
    int row = light.weightRow().orElse(Spot.ALL);
    int column = light.weightColumn().orElse(Spot.ALL);
    return Optional.of(new Spot(row, column, row == Spot.ALL ? Role.COLUMN : Role.ROW));
  }

  private void indices(StageLayout layout, GridBox grid) {
    double size = layout.px(layout.spec().smallest());
    double line = size * 1.3;
    int everyColumn = every(grid.cellW(), size * Brush.DIGIT_ASPECT * 2.6);
    for (int j = 0; j < grid.cols(); j += everyColumn) {
      Box cell = grid.cell(0, j);
      Box above = new Box(cell.centerX() - size, cell.y() - line, 2 * size, line);
      brush.number(Numbers.count(j), above, size, Palette.muted());
    }
    int everyRow = every(grid.cellH(), line);
    for (int i = 0; i < grid.rows(); i += everyRow) {
      Box cell = grid.cell(i, 0);
      Box before =
          new Box(cell.x() - layout.px(24), cell.centerY() - line / 2, layout.px(19), line);
      String text = Numbers.count(i);
      double width = text.length() * size * Brush.DIGIT_ASPECT;
      Box trailing = new Box(before.right() - width, before.y(), width, line);
      brush.number(text, trailing, size, Palette.muted());
    }
  }

  /** Every how many rows or columns a number has room: a power of two. */
  static int every(double room, double needed) {
    int every = 1;
    while (every * room < needed && every < 256) {
      every *= 2;
    }
    return every;
  }
}
