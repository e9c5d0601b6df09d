package org.inferscope.tab.gpt2.attention;

import org.inferscope.tensor.Args;
import org.inferscope.ui.paint.Box;

/**
 * Where the cells of the large map lie: all of them in sight, or larger and scrolled. Queries go
 * down, keys to the right.
 *
 * @param area what is seen of the cells
 * @param tokens T
 * @param cellW width of a cell
 * @param cellH height of a cell
 * @param shiftX how far the cells are scrolled to the left
 * @param shiftY how far they are scrolled up
 */
record MapLayout(Box area, int tokens, double cellW, double cellH, double shiftX, double shiftY) {
  /** Each step of enlarging makes cells larger by this. */
  static final double STEP = 1.25;

  private static final double MOST_CELL = 84;
  private static final double WIDEST = 1.7;

  private static final double ROUNDING = 1e-6;

  /** From this size on cells end on whole pixels. */
  private static final double WHOLE = 5;

  /**
   * Lays the cells out.
   *
   * @param room for the cells
   * @param zoom steps of enlarging
   * @param centreX the token that is wanted in the middle, in cells
   * @param centreY the same of the queries
   * @param unit pixels of an unscaled pixel
   */
  static MapLayout of(Box room, int tokens, int zoom, double centreX, double centreY, double unit) {
    Args.positive(tokens, "tokens");
    double most = MOST_CELL * unit;
    double high = Math.min(most, room.h() / tokens);
    double wide = Math.min(most, Math.min(room.w() / tokens, high * WIDEST));
    high = Math.min(high, wide * WIDEST);
    double grow = Math.pow(STEP, zoom);
    double cellW = snapped(Math.max(wide, Math.min(most, wide * grow)));
    double cellH = snapped(Math.max(high, Math.min(most, high * grow)));
    Box area =
        new Box(
            room.x(),
            room.y(),
            Math.min(room.w(), cellW * tokens),
            Math.min(room.h(), cellH * tokens));
    return new MapLayout(
        area,
        tokens,
        cellW,
        cellH,
        shift(centreX * cellW - area.w() / 2, cellW * tokens - area.w()),
        shift(centreY * cellH - area.h() / 2, cellH * tokens - area.h()));
  }

  private static double snapped(double cell) {
    return cell >= WHOLE ? Math.floor(cell) : cell;
  }

  private static double shift(double wanted, double most) {
    return Math.rint(Math.max(0, Math.min(wanted, most)));
  }

  /** The square of all cells, of which {@link #area} is seen. */
  Box all() {
    return new Box(area.x() - shiftX, area.y() - shiftY, cellW * tokens, cellH * tokens);
  }

  Box cell(int query, int key) {
    return new Box(
        area.x() - shiftX + key * cellW, area.y() - shiftY + query * cellH, cellW, cellH);
  }

  /** The keys that a query may look at. */
  Box row(int query) {
    return new Box(
        area.x() - shiftX, area.y() - shiftY + query * cellH, cellW * (query + 1), cellH);
  }

  /** The key under a place, or −1. */
  int keyAt(double x) {
    return inside(x, area.x(), area.right()) ? index((x - area.x() + shiftX) / cellW) : -1;
  }

  /** The query at a place, or −1. */
  int queryAt(double y) {
    return inside(y, area.y(), area.bottom()) ? index((y - area.y() + shiftY) / cellH) : -1;
  }

  private static boolean inside(double at, double from, double to) {
    return at >= from && at < to;
  }

  private int index(double at) {
    return Math.max(0, Math.min(tokens - 1, (int) Math.floor(at)));
  }

  /** The last one that begins before an end, given in cells. */
  private int last(double end) {
    return index(Math.ceil(end - ROUNDING) - 1);
  }

  /** The first query in sight. */
  int firstQuery() {
    return index(shiftY / cellH);
  }

  /** The last query in sight. */
  int lastQuery() {
    return last((shiftY + area.h()) / cellH);
  }

  /** The first key in sight. */
  int firstKey() {
    return index(shiftX / cellW);
  }

  /** The last key in sight. */
  int lastKey() {
    return last((shiftX + area.w()) / cellW);
  }

  /** Whether there is more than what is in sight. */
  boolean scrolls() {
    return cellW * tokens > area.w() + 1 || cellH * tokens > area.h() + 1;
  }
}
