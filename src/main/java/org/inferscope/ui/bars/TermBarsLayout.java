package org.inferscope.ui.bars;

import org.inferscope.tensor.Args;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;

/**
 * Where the small upright bars of a sum's terms lie: in columns beside each other, centred in their
 * box, with the terms' values and names below. Made for one size and kept while that lasts.
 *
 * @param plot the area of the bars, as wide as all columns
 * @param values the strip of the values, as wide as the box
 * @param names the strip of the names, as wide as the box; empty in a low box
 * @param count number of terms, at least 1
 * @param pitch width of a column
 * @param unit pixels of an unscaled pixel
 * @param type size of the type, in pixels
 */
public record TermBarsLayout(
    Box plot, Box values, Box names, int count, double pitch, double unit, double type) {
  private static final int MOST = 65;
  private static final double WIDEST_COLUMN = 76;
  private static final double LOWEST_PLOT = 24;
  private static final double LINE = 1.3;

  /**
   * Lays terms out in a box.
   *
   * @param count number of terms, 1 to 65
   * @param unit pixels of an unscaled pixel
   * @param smallest the smallest type, unscaled
   */
  public static TermBarsLayout of(Box box, int count, double unit, double smallest) {
    Args.inRange(count, 1, MOST, "count");
    double type = smallest * unit;
    double line = Math.ceil(type * LINE);
    boolean named = box.h() >= 2 * line + LOWEST_PLOT * unit;
    double pitch = Math.max(1e-3, Math.min(WIDEST_COLUMN * unit, box.w() / count));
    pitch = pitch >= 4 ? Math.floor(pitch) : pitch;
    double height = Math.max(1, box.h() - (named ? 2 : 1) * line);
    double left = Math.floor(box.centerX() - pitch * count / 2);
    Box plot = new Box(left, box.y(), pitch * count, height);
    Box values = new Box(box.x(), plot.bottom(), box.w(), line);
    Box names = new Box(box.x(), values.bottom(), box.w(), named ? line : 0);
    return new TermBarsLayout(plot, values, names, count, pitch, unit, type);
  }

  /** The column of term k within the plot. */
  public Box column(int k) {
    return new Box(plot.x() + k * pitch, plot.y(), pitch, plot.h());
  }

  /** The term whose column is under a point, its value and its name included, or −1. */
  public int termAt(double x, double y) {
    double bottom = Math.max(values.bottom(), names.bottom());
    int k = (int) Math.floor((x - plot.x()) / pitch);
    return y >= plot.y() && y < bottom && k >= 0 && k < count ? k : -1;
  }

  /** The room for a text of some characters below term k, kept within the strip. */
  Box below(Box strip, int k, int characters) {
    double width = characters * type * Brush.DIGIT_ASPECT;
    double x = column(k).centerX() - width / 2;
    return new Box(x, strip.y(), width, strip.h()).clampedTo(strip);
  }

  /** Whether texts of this many characters fit below each column, with air between. */
  boolean fits(int characters) {
    return (characters + 1) * type * Brush.DIGIT_ASPECT <= pitch;
  }
}
