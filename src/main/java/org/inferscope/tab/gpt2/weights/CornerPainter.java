package org.inferscope.tab.gpt2.weights;

import org.inferscope.tensor.Matrix;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.grid.NumberFit;
import org.inferscope.ui.heatmap.ColourBar;
import org.inferscope.ui.heatmap.HeatmapPainter;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.paint.GridBox;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;

/**
 * Paints the notebook's two pictures of a matrix side by side: a sample of all of it, and its first
 * rows and columns. Event thread.
 */
final class CornerPainter {
  private static final double LINE = 1.35;
  private static final double GAP = 20;

  /** Height of a picture in parts of its width, at most. */
  private static final double TALLEST = 2;

  /** Characters of a number in a cell of the corner: fewer digits where it has more. */
  private static final int LONGEST = 6;

  private final Brush brush;
  private final HeatmapPainter sampled;
  private final HeatmapPainter corner;
  private final ColourBar bar;

  CornerPainter(Brush brush) {
    this.brush = brush;
    sampled = new HeatmapPainter(brush);
    corner = new HeatmapPainter(brush);
    bar = new ColourBar(brush);
  }

  /** Where the cells of one of the two pictures stand. */
  static GridBox grid(Box box, Corner of, boolean left) {
    double unit = Metrics.scale();
    double type = type();
    Box half = half(box, left);
    Matrix values = left ? of.sampled() : of.corner();
    double axis = 6 * type * Brush.DIGIT_ASPECT + LINE * type;
    double w = half.w() - axis - 4 * unit;
    double h = Math.min(half.h() - 5.2 * LINE * type, TALLEST * w);
    double cellW = Math.max(0.1, w / values.cols());
    double cellH = Math.max(0.1, h / values.rows());
    return new GridBox(
        half.x() + axis,
        half.y() + 2.4 * LINE * type,
        values.rows(),
        values.cols(),
        cellW,
        Math.min(cellH, Math.max(cellW, 40 * unit)),
        0);
  }

  private static Box half(Box box, boolean left) {
    double unit = Metrics.scale();
    double all = box.w() - ColourBar.widthNeeded(unit) - 8 * unit;
    double w = (all - GAP * unit) / 2;
    return new Box(left ? box.x() : box.x() + all - w, box.y(), w, box.h());
  }

  private static double type() {
    return Fonts.smallest() * Metrics.scale();
  }

  /** Paints both, with a brush that has a graphics. */
  void paint(Box box, Corner of, double limit) {
    AxisNames names = AxisNames.of(of.parameter());
    words(
        half(box, true),
        Texts.get("gpt2weights.corner.sampled", WeightsWords.title(of.parameter())),
        of.step() == 1
            ? Texts.get("gpt2weights.corner.all", WeightsWords.shape(of.parameter()))
            : Texts.get(
                "gpt2weights.corner.step",
                Numbers.count(of.step()),
                WeightsWords.shape(of.parameter())));
    words(
        half(box, false),
        Texts.get("gpt2weights.corner.corner"),
        Texts.get(
            "gpt2weights.corner.size",
            Numbers.count(of.corner().rows()),
            Numbers.count(of.corner().cols())));
    picture(sampled, grid(box, of, true), of.sampled(), limit, names, of.step());
    picture(corner, grid(box, of, false), of.corner(), limit, names, 1);
    Box beside = grid(box, of, false).bounds();
    double unit = Metrics.scale();
    bar.paint(
        new Box(
            beside.right() + 8 * unit, beside.y(), ColourBar.widthNeeded(unit), beside.h()),
        limit);
  }

  private void words(Box half, String title, String facts) {
    double line = type() * LINE;
    Box place = new Box(half.x(), half.y(), half.w(), line);
    brush.leadingStrong(title, place, type() * 1.08, Palette.text());
    brush.leading(facts, place.moved(0, line), type(), Palette.muted());
  }

  private void picture(
      HeatmapPainter painter,
      GridBox grid,
      Matrix values,
      double limit,
      AxisNames names,
      int step) {
    double line = type() * LINE;
    double unit = Metrics.scale();
    painter.paint(
        grid,
        values,
        limit,
        NumberFit.of(grid.cellW(), grid.cellH(), LONGEST, unit, Fonts.smallest()));
    Box all = grid.bounds();
    int every = Ticks.wholeStep(5 * type() / grid.cellW());
    for (int j = 0; j < grid.cols(); j += every) {
      String text = Numbers.count((long) j * step);
      Box cell = grid.cell(0, j);
      brush.number(
          text,
          Box.around(cell.centerX(), all.bottom() + 3 * unit + line / 2, 1, line),
          type(),
          Palette.muted());
    }
    int down = Ticks.wholeStep(1.6 * line / grid.cellH());
    for (int i = 0; i < grid.rows(); i += down) {
      String text = Numbers.count((long) i * step);
      double w = text.length() * type() * Brush.DIGIT_ASPECT;
      Box cell = grid.cell(i, 0);
      brush.number(
          text,
          new Box(all.x() - w - 5 * unit, cell.centerY() - line / 2, w, line),
          type(),
          Palette.muted());
    }
    Box below = new Box(all.x(), all.bottom() + 3 * unit + line, all.w(), line);
    brush.text(names.cols(), below, type(), Palette.muted());
    if (!names.rows().isEmpty()) {
      double axis = 6 * type() * Brush.DIGIT_ASPECT + line;
      Box beside = new Box(all.x() - axis, all.y(), line, all.h());
      brush.upwards(names.rows(), beside, type(), Palette.muted());
    }
  }
}
