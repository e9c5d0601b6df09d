package org.inferscope.tab.linear;

import org.inferscope.ui.bars.BarsLayout;
import org.inferscope.ui.heatmap.ColourBar;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.GridBox;

/**
 * Lays the stage out: the formula on top, W · x + b = y side by side in the notebook's order, the
 * batch under them, and at the foot the output in focus with its terms. Pure.
 */
final class StageLayouts {
  private static final double PAD = 14;
  private static final double SIGN = 22;
  private static final double FORMULA = 34;
  private static final double TITLE = 24;
  private static final double SENTENCE = 30;
  private static final double NARRATION = 24;

  /** The least height of the panels, and of the batch under them. */
  private static final double LEAST_PANELS = 90;

  private static final double LEAST_BATCH = 86;

  /** Terms with less than this show nothing; they give way to the panels down to it. */
  private static final double LEAST_TERMS = 36;

  /** Width of a bar panel at the least, and in parts of all there is at the most. */
  private static final double NARROWEST_BARS = 96;

  private static final double LABEL = 22;
  private static final double COMFORTABLE_CELL = 58;
  private static final double ROOMY_CELL = 30;
  private static final double LARGEST_CELL = 96;

  private final StageSpec spec;
  private final double unit;

  private StageLayouts(StageSpec spec) {
    this.spec = spec;
    unit = spec.unit();
  }

  static StageLayout of(StageSpec spec) {
    return new StageLayouts(spec).layout();
  }

  private double px(double unscaled) {
    return unscaled * unit;
  }

  private StageLayout layout() {
    double left = px(PAD);
    double width = Math.max(px(200), spec.width() - 2 * left);
    Box formula = new Box(left, px(4), width, px(FORMULA));
    double foot = spec.height() - px(6);
    Box narration = new Box(left, foot - px(NARRATION), width, spec.narrated() ? px(NARRATION) : 0);
    double footOfTerms = spec.narrated() ? narration.y() - px(4) : foot;
    double top = formula.bottom() + px(6);
    boolean batched = spec.batch() > 1;
    double least = px(LEAST_PANELS) + (batched ? px(LEAST_BATCH + 8) : 0);
    double forTerms = footOfTerms - px(SENTENCE + 10) - top - least;
    double wantedTerms = Math.max(px(64), Math.min(px(132), spec.height() * 0.19));
    double termsHeight = Math.max(px(LEAST_TERMS), Math.min(wantedTerms, forTerms));
    Box terms = new Box(left, footOfTerms - termsHeight, width, termsHeight);
    Box sentence = new Box(left, terms.y() - px(SENTENCE) - px(2), width, px(SENTENCE));
    double room = Math.max(px(LEAST_PANELS), sentence.y() - px(8) - top);
    double batchHeight = batched ? Math.max(px(LEAST_BATCH), room * 0.36) : 0;
    Box panels = new Box(left, top, width, room - (batched ? batchHeight + px(8) : 0));
    Box below = new Box(left, panels.bottom() + px(8), width, batchHeight);
    return panels(panels, batch(below, batched), formula, sentence, terms, narration);
  }

  private StageLayout panels(
      Box area, StageLayout.Batch batch, Box formula, Box sentence, Box terms, Box narration) {
    double sign = px(SIGN);
    double inner = area.w() - 3 * sign;
    double wide = Math.min(inner - 3 * px(NARROWEST_BARS), Math.max(inner * 0.36, wanted()));
    double each = (inner - wide) / 3.2;
    Box w = new Box(area.x(), area.y(), wide, area.h());
    Box x = new Box(w.right() + sign, area.y(), each * 1.05, area.h());
    Box b = new Box(x.right() + sign, area.y(), each * 0.95, area.h());
    Box y = new Box(b.right() + sign, area.y(), each * 1.2, area.h());
    StageLayout.Bars bars =
        new StageLayout.Bars(
            bars(x, spec.inputs()), bars(b, spec.outputs()), bars(y, spec.outputs()));
    StageLayout.Signs signs =
        new StageLayout.Signs(between(w, x, area), between(x, b, area), between(b, y, area));
    return new StageLayout(
        spec, formula, weights(w), bars, signs, batch, sentence, terms, narration);
  }

  /** The width that lets W show its numbers, axis, numbers of rows and colour bar included. */
  private double wanted() {
    return spec.inputs() * px(COMFORTABLE_CELL) + px(LABEL + 18) + colourBarWidth() + px(12);
  }

  private double colourBarWidth() {
    return ColourBar.widthNeeded(unit);
  }

  private static Box between(Box left, Box right, Box area) {
    return new Box(left.right(), area.y(), right.x() - left.right(), area.h());
  }

  private BarsLayout bars(Box area, int count) {
    return BarsLayout.of(area, count, unit, spec.smallest());
  }

  private StageLayout.Weights weights(Box area) {
    Box title = new Box(area.x(), area.y(), area.w(), px(TITLE));
    double axis = px(spec.smallest() + 5);
    double left = area.x() + axis + px(LABEL);
    double top = title.bottom() + px(spec.smallest() + 4);
    double height = Math.max(px(20), area.bottom() - axis - top);
    double withBar = area.right() - left - colourBarWidth() - px(12);
    boolean roomy = withBar / spec.inputs() >= px(ROOMY_CELL) || spec.inputs() > 16;
    boolean bar = withBar > px(60) && roomy && height > px(70);
    double width = bar ? withBar : area.right() - left;
    double cellW = Math.min(px(LARGEST_CELL), width / spec.inputs());
    double cellH = Math.min(px(LARGEST_CELL), height / spec.outputs());
    double gap = Math.min(cellW, cellH) >= px(14) ? px(2) : 0;
    GridBox grid = new GridBox(left, top, spec.outputs(), spec.inputs(), cellW, cellH, gap);
    Box cells = grid.bounds();
    Box rowAxis = new Box(area.x(), cells.y(), axis, cells.h());
    Box columnAxis = new Box(cells.x(), cells.bottom() + px(2), cells.w(), axis);
    Box colours =
        bar
            ? new Box(
                cells.right() + px(12), cells.y(), colourBarWidth(), Math.min(cells.h(), height))
            : Box.EMPTY;
    return new StageLayout.Weights(title, grid, rowAxis, columnAxis, colours);
  }

  private StageLayout.Batch batch(Box area, boolean shown) {
    if (!shown) {
      GridBox none = new GridBox(0, 0, 1, 1, 0, 0, 0);
      return new StageLayout.Batch(Box.EMPTY, none, Box.EMPTY, none, Box.EMPTY);
    }
    double note = Math.min(px(250), area.w() * 0.3);
    double gap = px(24);
    double room = area.w() - note - 2 * gap;
    double all = spec.inputs() + spec.outputs();
    double forX = Math.max(0.3, Math.min(0.7, spec.inputs() / all)) * room;
    Box left = new Box(area.x(), area.y(), forX, area.h());
    Box right = new Box(left.right() + gap, area.y(), room - forX, area.h());
    Box words = new Box(right.right() + gap, area.y() + px(TITLE), note, area.h() - px(TITLE));
    return new StageLayout.Batch(
        title(left), rows(left, spec.inputs()), title(right), rows(right, spec.outputs()), words);
  }

  private Box title(Box area) {
    return new Box(area.x(), area.y(), area.w(), px(TITLE));
  }

  /** The rows of the batch, numbers of rows at their left. */
  private GridBox rows(Box area, int cols) {
    double left = area.x() + px(LABEL + 8);
    double top = area.y() + px(TITLE) + px(2);
    double cellW = Math.min(px(LARGEST_CELL), (area.right() - left) / cols);
    double cellH = Math.min(px(28), (area.bottom() - top) / spec.batch());
    double gap = Math.min(cellW, cellH) >= px(14) ? px(1) : 0;
    return new GridBox(left, top, spec.batch(), cols, cellW, cellH, gap);
  }
}
