package org.inferscope.tab.network.views;

import java.util.ArrayList;
import java.util.List;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.GridBox;

/**
 * Where everything in the batch view lies, in pixels of user space.
 *
 * @param spec what it was made for
 * @param headline what the view shows, in large type
 * @param notice the strip that offers a batch; empty where there is one
 * @param gutter the numbers of the inputs, left of all columns
 * @param view where the columns show: what is scrolled out of it is not painted
 * @param columns the columns, the input's first
 * @param footer the sentence about what the pointer is on
 * @param content width of all columns together
 */
record BatchLayout(
    BatchSpec spec,
    Box headline,
    Box notice,
    Box gutter,
    Box view,
    List<Column> columns,
    Box footer,
    double content) {
  /** A line of text, in parts of the size of its type. */
  static final double LINE = 1.4;

  /** Columns narrower than this, unscaled, have no room for their figures: the view scrolls. */
  static final double NARROWEST = 148;

  private static final double MARGIN = 16;
  private static final double GAP = 18;
  private static final double GUTTER = 50;
  private static final double HIGHEST_ROW = 40;
  private static final double ROOMY_CELL = 14;
  private static final int MOST_CELLS = 1024;

  /**
   * One column.
   *
   * @param title its name
   * @param shape inputs × units
   * @param grid its heatmap
   * @param plot its histogram
   * @param strip the colours along the histogram's axis
   * @param ticks the labels of the axis
   * @param figures the lines with its figures
   */
  record Column(
      Box title, Box shape, GridBox grid, Box plot, Box strip, Box ticks, List<Box> figures) {}

  BatchLayout {
    columns = List.copyOf(columns);
  }

  /** Lays the view out. */
  static BatchLayout of(BatchSpec spec) {
    double margin = spec.px(MARGIN);
    double inner = spec.width() - 2 * margin;
    Box headline = new Box(margin, spec.px(10), inner, Math.ceil(spec.headType() * LINE));
    double noticeH = spec.rows() == 1 ? Math.ceil(spec.px(30) + spec.type() * 0.6) : 0;
    Box notice = new Box(margin, headline.bottom() + spec.px(4), inner, noticeH);
    double footerH = Math.ceil(spec.type() * LINE);
    Box footer = new Box(margin, spec.height() - spec.px(8) - footerH, inner, footerH);
    double gutterW = spec.px(GUTTER);
    double top = notice.bottom() + spec.px(8);
    Box view =
        new Box(
            margin + gutterW,
            top,
            Math.max(1, inner - gutterW),
            Math.max(1, footer.y() - spec.px(6) - top));
    int count = spec.widths().size();
    double gap = spec.px(GAP);
    double each = Math.floor(Math.max(spec.px(NARROWEST), (view.w() - (count - 1) * gap) / count));
    List<Column> columns = new ArrayList<>();
    for (int c = 0; c < count; c++) {
      double x = view.x() + c * (each + gap) - spec.scroll();
      columns.add(column(spec, new Box(x, view.y(), each, view.h()), spec.widths().get(c)));
    }
    GridBox first = columns.get(0).grid();
    Box gutter = new Box(margin, first.y(), gutterW, first.height());
    double content = count * (each + gap) - gap;
    return new BatchLayout(spec, headline, notice, gutter, view, columns, footer, content);
  }

  private static Column column(BatchSpec spec, Box area, int units) {
    double line = Math.ceil(spec.type() * LINE);
    Box title = new Box(area.x(), area.y(), area.w(), Math.ceil(spec.titleType() * LINE));
    Box shape = below(title, 0, line);
    // Between heatmap and histogram stands the label of the bar at 0.
    double gap = Math.max(spec.px(16), Math.ceil(spec.type() * 1.2) + spec.px(3));
    double below = gap + spec.px(8) + line + spec.px(2) + 3 * line;
    double room = Math.max(2, area.bottom() - shape.bottom() - spec.px(4) - below);
    double forMap = Math.min(room * 0.68, spec.rows() * spec.px(HIGHEST_ROW));
    GridBox grid =
        grid(spec, new Box(area.x(), shape.bottom() + spec.px(4), area.w(), forMap), units);
    double plotTop = grid.y() + grid.height() + gap;
    double under = spec.px(8) + line + spec.px(2) + 3 * line;
    double plotH = Math.max(1, Math.min(area.bottom() - under - plotTop, spec.px(260)));
    Box plot = new Box(area.x(), plotTop, area.w(), plotH);
    Box strip = below(plot, 0, spec.px(8));
    Box ticks = below(strip, 0, line);
    List<Box> figures = new ArrayList<>();
    Box last = ticks.moved(0, spec.px(2));
    for (int k = 0; k < 3; k++) {
      last = below(last, 0, line);
      figures.add(last);
    }
    return new Column(title, shape, grid, plot, strip, ticks, figures);
  }

  private static Box below(Box box, double gap, double height) {
    return new Box(box.x(), box.bottom() + gap, box.w(), height);
  }

  /** Rows of whole pixels where they have a few, so that all are equally high. */
  private static GridBox grid(BatchSpec spec, Box box, int units) {
    double cellH = box.h() / spec.rows();
    double high = cellH >= 3 ? Math.floor(cellH) : cellH;
    double wide = box.w() / units;
    boolean roomy = Math.min(wide, high) >= spec.px(ROOMY_CELL);
    boolean few = (long) units * spec.rows() <= MOST_CELLS;
    double gap = roomy && few ? spec.px(2) : 0;
    return new GridBox(box.x(), box.y(), spec.rows(), units, (box.w() + gap) / units, high, gap);
  }

  /** How far the columns can be scrolled. */
  double farthest() {
    return Math.max(0, content - view.w());
  }

  /** Whether a column shows at least in part. */
  boolean shows(int c) {
    GridBox grid = columns.get(c).grid();
    return grid.x() < view.right() && grid.x() + grid.width() > view.x();
  }

  /** The column under a place, from its title to its figures, or −1. */
  int columnAt(double x, double y) {
    if (!view.contains(x, y)) {
      return -1;
    }
    for (int c = 0; c < columns.size(); c++) {
      GridBox grid = columns.get(c).grid();
      if (x >= grid.x() && x < grid.x() + grid.width()) {
        return c;
      }
    }
    return -1;
  }

  /** How far to scroll so that a column shows whole, from the scroll in force. */
  double scrollTo(int c) {
    GridBox grid = columns.get(c).grid();
    double left = grid.x() - view.x();
    double right = grid.x() + grid.width() - view.right();
    double scroll = spec.scroll();
    if (left < 0) {
      scroll += left;
    } else if (right > 0) {
      scroll += Math.min(right, left);
    }
    return Math.max(0, Math.min(farthest(), scroll));
  }
}
