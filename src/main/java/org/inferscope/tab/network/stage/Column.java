package org.inferscope.tab.network.stage;

import org.inferscope.ui.paint.Box;

/**
 * Where a column of units lies, in pixels of user space.
 *
 * @param index 0 the input, l + 1 what layer l gives
 * @param units how many numbers it holds
 * @param kind how they are drawn
 * @param frame the block around all units
 * @param plot where the bars, or the cells of the picture, lie
 * @param numbers where the units are numbered; empty where there is no room
 * @param title what it is called
 * @param below how wide it is, and while it is computed, the step
 * @param counters its figures; empty where there is no room
 */
record Column(
    int index,
    int units,
    Kind kind,
    Box frame,
    Box plot,
    Box numbers,
    Box title,
    Box below,
    Box counters) {

  /** How units are drawn. */
  enum Kind {
    /** A bar and a node each. */
    NODES,
    /** Bars as thin as it takes, and a strip of colour instead of nodes. */
    BLOCK,
    /** Cells of a square picture. */
    PAD
  }

  /** Height of a unit; of a row of cells in a picture. */
  double pitch() {
    return plot.h() / rows();
  }

  private int rows() {
    return kind == Kind.PAD ? side() : units;
  }

  /** Cells in a row of a picture. */
  int side() {
    return StageSpec.side(units);
  }

  /** The middle of a unit from above. */
  double y(int i) {
    int row = kind == Kind.PAD ? i / side() : i;
    return plot.y() + (row + 0.5) * pitch();
  }

  /** Where weights arrive. */
  double in() {
    return frame.x();
  }

  /** Where weights leave. */
  double out() {
    return frame.right();
  }

  /** The part of the block that belongs to a unit. */
  Box lane(int i) {
    if (kind == Kind.PAD) {
      double cell = pitch();
      int side = side();
      int row = i / side;
      return new Box(plot.x() + (i % side) * cell, plot.y() + row * cell, cell, cell);
    }
    return new Box(frame.x(), plot.y() + i * pitch(), frame.w(), pitch());
  }

  /** The part of the plot that belongs to a unit. */
  Box track(int i) {
    double pitch = pitch();
    double gap = pitch > 6 ? pitch * 0.24 : pitch > 3 ? 1 : 0;
    return new Box(plot.x(), plot.y() + i * pitch + gap / 2, plot.w(), pitch - gap);
  }

  /** Diameter of a node; 0 where there are none. */
  double node() {
    return kind == Kind.NODES ? Math.min(pitch() * 0.66, frame.w() * 0.16) : 0;
  }

  /** The unit at a place, or −1. */
  int unitAt(double px, double py) {
    if (!reach().contains(px, py)) {
      return -1;
    }
    return kind == Kind.PAD ? cellAt(px, py) : held((int) Math.floor((py - plot.y()) / pitch()));
  }

  private int cellAt(double px, double py) {
    int col = (int) Math.floor((px - plot.x()) / pitch());
    int row = (int) Math.floor((py - plot.y()) / pitch());
    boolean inside = col >= 0 && col < side() && row >= 0 && row < side();
    return inside ? row * side() + col : -1;
  }

  private int held(int unit) {
    return Math.max(0, Math.min(units - 1, unit));
  }

  /** The block and the half of the nodes that stands out of it. */
  private Box reach() {
    return new Box(frame.x(), plot.y(), frame.w() + node() / 2, plot.h());
  }

  /** Where the zero line stands. */
  double zero() {
    return plot.centerX();
  }

  /** Where a bar of a value ends; beyond the limit is held at the end. */
  double end(double value, double limit) {
    double held = Math.max(-1, Math.min(1, value / limit));
    return zero() + held * plot.w() / 2;
  }

  /** The value whose bar ends at a place. */
  double valueAt(double px, double limit) {
    return (px - zero()) / (plot.w() / 2) * limit;
  }
}
