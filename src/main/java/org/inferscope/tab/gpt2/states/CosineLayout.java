package org.inferscope.tab.gpt2.states;

import java.util.List;
import org.inferscope.tensor.Numbers;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;

/**
 * Where the bars of cosines and what surrounds them lie, in pixels of the component.
 *
 * @param plot the area of the bars
 * @param title above it
 * @param ticks names of the transitions below it
 * @param axis what they are, below those
 * @param scale numbers at its left
 * @param bars how many there are, at least 1
 * @param low the cosine at the lower edge of the plot, at most 0
 * @param type size of the text
 * @param unit pixels of an unscaled pixel
 */
record CosineLayout(
    Box plot,
    Box title,
    Box ticks,
    Box axis,
    Box scale,
    int bars,
    double low,
    double type,
    double unit) {
  private static final double LINE = 1.25;
  private static final double EDGE = 3;
  private static final double PAD = 6;
  private static final double WIDEST = 64;
  private static final double DOT = 8;
  private static final double BAR = 0.62;
  private static final double QUARTERS = 4;

  /**
   * A layout.
   *
   * @param least the smallest cosine, for the lower end
   * @param smallest size of type, unscaled
   */
  static CosineLayout of(double w, double h, int bars, double least, double unit, double smallest) {
    double type = smallest * unit;
    double line = type * LINE;
    double edge = EDGE * unit;
    // Down to a multiple of a quarter, where a vector turns by more than a right angle.
    double low = least < 0 ? Math.max(-1, Math.floor(least * QUARTERS) / QUARTERS) : 0;
    double left = edge + tickWidth(low, type) + PAD * unit;
    double top = edge + line + PAD * unit;
    double bottom = h - edge - 2 * line - PAD * unit;
    Box plot = new Box(left, top, Math.max(1, w - left - edge), Math.max(1, bottom - top));
    return new CosineLayout(
        plot,
        new Box(edge, edge, w - 2 * edge, line),
        new Box(plot.x(), plot.bottom() + PAD * unit * 0.7, plot.w(), line),
        new Box(plot.x(), h - edge - line, plot.w(), line),
        new Box(edge, plot.y(), left - edge - PAD * unit, plot.h()),
        bars,
        low,
        type,
        unit);
  }

  private static double tickWidth(double low, double type) {
    int longest = Math.max(4, Numbers.cell(low).length());
    return longest * type * Brush.DIGIT_ASPECT;
  }

  /** The height of a cosine, held at the ends. */
  double y(double cosine) {
    double held = Math.max(low, Math.min(1, cosine));
    return plot.bottom() - (held - low) / (1 - low) * plot.h();
  }

  /** The part of the plot that belongs to a transition. */
  Box slot(int transition) {
    double w = plot.w() / bars;
    return new Box(plot.x() + transition * w, plot.y(), w, plot.h());
  }

  /** The bar of a cosine, up or down from 0. */
  Box bar(int transition, double cosine) {
    Box slot = slot(transition);
    double w = Math.max(1, Math.min(WIDEST * unit, slot.w() * BAR));
    double top = Math.min(y(cosine), y(0));
    double bottom = Math.max(y(cosine), y(0));
    return new Box(slot.centerX() - w / 2, top, w, bottom - top);
  }

  /** The dot of a token beside the followed one; the dots of a transition stand side by side. */
  Box dot(List<TokenLine> lines, int of, int transition) {
    int dots = lines.size() - 1;
    double apart = Math.min(DOT * 1.2 * unit, slot(transition).w() / dots);
    double side = Math.min(DOT * unit, Math.max(4 * unit, apart));
    double x = slot(transition).centerX() + (of - 1 - (dots - 1) / 2.0) * apart;
    return Box.around(x, y(lines.get(of).cosines().get(transition)), side, side);
  }

  /** The transition at a place, −1 outside. */
  int at(double x, double y) {
    if (!plot.grown(2 * unit).contains(x, y)) {
      return -1;
    }
    int index = (int) Math.floor((x - plot.x()) / plot.w() * bars);
    return Math.max(0, Math.min(bars - 1, index));
  }

  /** Between two numbers of the scale: a quarter where there is room. */
  double step() {
    double quarter = plot.h() / (1 - low) / QUARTERS;
    return quarter >= type * 1.6 ? 0.25 : 0.5;
  }
}
