package org.inferscope.tab.matmul;

import org.inferscope.tab.matmul.StageLayout.Queue;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.GridBox;

/**
 * Lays the stage out: pure arithmetic, no toolkit, any thread. Sizes named here are unscaled pixels
 * of the design.
 */
final class StageLayouts {
  private static final double MARGIN = 16;
  private static final double NAME = 46;
  private static final double NAME_WIDTH = 64;
  private static final double SIGN = 44;
  private static final double NARRATION = 30;
  private static final double SMALLEST_LINE = 46;
  private static final double LARGEST_LINE = 84;
  private static final double MARCH_CELL_WIDTH = 66;
  private static final double MARCH_CELL_HEIGHT = 60;
  private static final double LEAST_CELL = 5;

  /** Numbers this large, unscaled, are large enough: then A × B = C reads best in one line. */
  private static final double READABLE = 17;

  /** A sign and three digits in the smallest type: what most products of small numbers need. */
  private static final int USUAL_CHARACTERS = 4;

  private static final double SMALL_TYPE = 12;

  /**
   * From this many rows and columns on, the corner beside B and above A has room for both names.
   */
  private static final int ROOMY_CORNER = 8;

  private final StageSpec spec;
  private final double index;
  private final double name;
  private final Box workbench;
  private final Box line;
  private final Box narration;

  private StageLayouts(StageSpec spec) {
    this.spec = spec;
    index = px(StageLayout.INDEX);
    name = px(NAME);
    double margin = px(MARGIN);
    double width = Math.max(1, spec.width() - 2 * margin);
    double lineHeight =
        Math.max(px(SMALLEST_LINE), Math.min(px(LARGEST_LINE), spec.height() * 0.13));
    double narrationHeight = spec.narrated() ? px(NARRATION) : 0;
    double narrationTop = spec.height() - px(8) - narrationHeight;
    narration = new Box(margin, narrationTop, width, narrationHeight);
    line = new Box(margin, narrationTop - lineHeight, width, lineHeight);
    double top = px(10);
    workbench = new Box(margin, top, width, Math.max(1, line.y() - px(10) - top));
  }

  /** The layout for a stage; well-defined for every size, if cramped for small ones. */
  static StageLayout of(StageSpec spec) {
    StageLayouts layouts = new StageLayouts(spec);
    return spec.systolic() ? layouts.systolic() : layouts.matrices();
  }

  private StageLayout matrices() {
    CellSize side = sideCell();
    CellSize aligned = alignedCell();
    return switch (spec.arrangement()) {
      case SIDE_BY_SIDE -> sideBySide(side);
      case ALIGNED -> aligned(aligned);
      case AUTO -> prefersAligned(side, aligned) ? aligned(aligned) : sideBySide(side);
    };
  }

  private boolean prefersAligned(CellSize side, CellSize aligned) {
    boolean larger = side.textSize() < px(READABLE) && aligned.textSize() > 1.04 * side.textSize();
    boolean showsMore =
        !side.shows(USUAL_CHARACTERS, px(SMALL_TYPE))
            && aligned.shows(USUAL_CHARACTERS, px(SMALL_TYPE));
    return larger || showsMore;
  }

  private CellSize sideCell() {
    int cols = spec.ka() + 2 * spec.n();
    int rows = Math.max(spec.m(), spec.kb());
    double width = workbench.w() - 3 * index - 2 * px(SIGN);
    return cell(width, cols, workbench.h() - name - index, rows);
  }

  private CellSize alignedCell() {
    double width = workbench.w() - 2 * index - besideAligned();
    double height = workbench.h() - 2 * index - px(6);
    return cell(width, spec.ka() + spec.n(), height, spec.kb() + spec.m());
  }

  /** Whether B's name stands in the corner and C's above C, which leaves the width to the cells. */
  private boolean namesInside() {
    return spec.ka() >= ROOMY_CORNER && spec.kb() >= ROOMY_CORNER;
  }

  /** Width, besides cells and numbers, of the aligned arrangement: gap and names. */
  private double besideAligned() {
    return alignedGap() + (namesInside() ? 0 : px(NAME_WIDTH));
  }

  private double alignedGap() {
    return namesInside() ? px(10) : px(SIGN) / 2;
  }

  private CellSize cell(double width, int cols, double height, int rows) {
    double least = LEAST_CELL * spec.unit();
    return CellSize.fitting(
        Math.max(width, least * cols), cols, Math.max(height, least * rows), rows, spec.unit());
  }

  private StageLayout sideBySide(CellSize cell) {
    double sign = px(SIGN);
    double total = 3 * index + 2 * sign + cell.w() * (spec.ka() + 2 * spec.n());
    double tallest = cell.h() * Math.max(spec.m(), spec.kb()) + name + index;
    double left = workbench.x() + Math.max(0, (workbench.w() - total) / 2);
    double top = workbench.y() + Math.max(0, (workbench.h() - tallest) / 2) + name + index;
    double middle = top + (tallest - name - index) / 2;
    double xa = left + index;
    double xb = xa + spec.ka() * cell.w() + sign + index;
    double xc = xb + spec.n() * cell.w() + sign + index;
    GridBox a = centred(xa, middle, spec.m(), spec.ka(), cell);
    GridBox b = centred(xb, middle, spec.kb(), spec.n(), cell);
    GridBox c = centred(xc, middle, spec.m(), spec.n(), cell);
    return finish(
        Arrangement.SIDE_BY_SIDE,
        new GridBox[] {a, b, c},
        new Box[] {nameAbove(a), nameAbove(b), nameAbove(c)},
        Box.around(a.bounds().right() + sign / 2, middle, sign, sign),
        Box.around(b.bounds().right() + sign / 2, middle, sign, sign));
  }

  private GridBox centred(double x, double middle, int rows, int cols, CellSize cell) {
    double gap = cell.gap(spec.unit());
    return new GridBox(
        x, middle - (rows * cell.h() - gap) / 2, rows, cols, cell.w(), cell.h(), gap);
  }

  /** Room above the column numbers; a narrow matrix gets at least the width of its shape. */
  private Box nameAbove(GridBox grid) {
    double width = Math.max(grid.width(), px(NAME_WIDTH));
    return new Box(
        grid.bounds().centerX() - width / 2, grid.y() - index - name, width, name - px(2));
  }

  private StageLayout aligned(CellSize cell) {
    double between = index + px(6);
    double gap = cell.gap(spec.unit());
    double total = 2 * index + besideAligned() + cell.w() * (spec.ka() + spec.n());
    double tall = 2 * index + px(6) + cell.h() * (spec.kb() + spec.m());
    double left = workbench.x() + Math.max(0, (workbench.w() - total) / 2);
    double top = workbench.y() + Math.max(0, (workbench.h() - tall) / 2);
    double xa = left + index;
    double xc = xa + spec.ka() * cell.w() + alignedGap() + index;
    double yb = top + index;
    double yc = yb + spec.kb() * cell.h() + between;
    GridBox a = new GridBox(xa, yc, spec.m(), spec.ka(), cell.w(), cell.h(), gap);
    GridBox b = new GridBox(xc, yb, spec.kb(), spec.n(), cell.w(), cell.h(), gap);
    GridBox c = new GridBox(xc, yc, spec.m(), spec.n(), cell.w(), cell.h(), gap);
    Box[] names =
        namesInside()
            ? new Box[] {nameInCorner(a, b), nameLeftOf(b), nameCloseAbove(c)}
            : new Box[] {nameInCorner(a, b), nameBeside(b), nameBeside(c)};
    return finish(Arrangement.ALIGNED, new GridBox[] {a, b, c}, names, Box.EMPTY, Box.EMPTY);
  }

  /** A's name stands in the empty corner above A, clear of A's and B's numbers. */
  private Box nameInCorner(GridBox a, GridBox b) {
    double height = Math.min(name, Math.max(px(18), b.height() - px(4)));
    double width = Math.max(px(NAME_WIDTH), Math.min(a.width(), 2 * px(NAME_WIDTH)));
    double x = Math.max(workbench.x(), a.bounds().centerX() - width / 2);
    double right = b.x() - index;
    return new Box(Math.min(x, right - width), a.y() - index - height, width, height);
  }

  /** Beside the upper rows, clear of A's name further down. */
  private Box nameLeftOf(GridBox b) {
    double width = px(NAME_WIDTH);
    return new Box(b.x() - index - px(4) - width, b.y(), width, name);
  }

  /** Name and shape in one line, in the gap between B and C. */
  private Box nameCloseAbove(GridBox c) {
    double width = 1.4 * px(NAME_WIDTH);
    return new Box(c.bounds().centerX() - width / 2, c.y() - px(23), width, px(20));
  }

  private Box nameBeside(GridBox grid) {
    double height = Math.min(name, Math.max(px(18), grid.height()));
    return new Box(
        grid.bounds().right() + px(8),
        grid.bounds().centerY() - height / 2,
        px(NAME_WIDTH) - px(8),
        height);
  }

  private StageLayout systolic() {
    double source = workbench.w() * 0.25;
    double left = workbench.x() + source + px(20);
    double width = workbench.right() - left - index;
    double height = workbench.h() - index;
    int waitingA = visible(spec.m() + spec.ka() - 1, width, spec.n(), px(MARCH_CELL_WIDTH));
    int waitingB = visible(spec.n() + spec.kb() - 1, height, spec.m(), px(MARCH_CELL_HEIGHT));
    CellSize cell = cell(width, waitingA + spec.n(), height, waitingB + spec.m());
    double gap = cell.gap(spec.unit());
    double total = (waitingA + spec.n()) * cell.w() - gap;
    double tall = (waitingB + spec.m()) * cell.h() - gap;
    double x = left + Math.max(0, (width - total) / 2);
    double y = workbench.y() + Math.max(0, (height - tall) / 2);
    GridBox c =
        new GridBox(
            x + waitingA * cell.w(),
            y + waitingB * cell.h(),
            spec.m(),
            spec.n(),
            cell.w(),
            cell.h(),
            gap);
    GridBox[] sources = sources(source);
    return new StageLayout(
        spec,
        Arrangement.ALIGNED,
        sources[0],
        sources[1],
        c,
        nameAbove(sources[0]).clampedTo(workbench),
        nameAbove(sources[1]).clampedTo(workbench),
        nameAtCorner(c, x, y),
        Box.EMPTY,
        Box.EMPTY,
        new Box(x, y, total, tall),
        new Queue(waitingA, waitingB),
        workbench,
        line,
        narration);
  }

  /** C's name stands in the corner between the queues, which nothing marches through. */
  private Box nameAtCorner(GridBox c, double x, double y) {
    double width = Math.min(px(NAME_WIDTH), Math.max(1, c.x() - x - c.gap()));
    double height = Math.min(name, Math.max(1, c.y() - y - c.gap()));
    return new Box(c.x() - width - px(4), c.y() - height - px(4), width, height)
        .clampedTo(workbench);
  }

  /** As many waiting cells as leave all cells at least that large, but never fewer than three. */
  private static int visible(int all, double room, int cells, double least) {
    int fitting = (int) (room / least) - cells;
    return Math.max(Math.min(3, all), Math.min(all, fitting));
  }

  /** A above B at the left, where they can be edited, smaller than the grid they march into. */
  private GridBox[] sources(double width) {
    double room = workbench.h() - 2 * (name + index) - px(12);
    int cols = Math.max(spec.ka(), spec.n());
    CellSize cell = cell(width - index, cols, room, spec.m() + spec.kb());
    double gap = cell.gap(spec.unit());
    double tall = 2 * (name + index) + px(12) + cell.h() * (spec.m() + spec.kb());
    double top = workbench.y() + Math.max(0, (workbench.h() - tall) / 2) + name + index;
    double middle = workbench.x() + index + (width - index) / 2;
    double below = top + spec.m() * cell.h() + px(12) + name + index;
    return new GridBox[] {
      source(middle, top, spec.m(), spec.ka(), cell, gap),
      source(middle, below, spec.kb(), spec.n(), cell, gap)
    };
  }

  private static GridBox source(
      double middle, double top, int rows, int cols, CellSize cell, double gap) {
    double width = cols * cell.w() - gap;
    return new GridBox(middle - width / 2, top, rows, cols, cell.w(), cell.h(), gap);
  }

  private StageLayout finish(
      Arrangement used, GridBox[] grids, Box[] names, Box times, Box equals) {
    return new StageLayout(
        spec,
        used,
        grids[0],
        grids[1],
        grids[2],
        names[0],
        names[1],
        names[2],
        times,
        equals,
        Box.EMPTY,
        Queue.NONE,
        workbench,
        line,
        narration);
  }

  private double px(double unscaled) {
    return spec.px(unscaled);
  }
}
