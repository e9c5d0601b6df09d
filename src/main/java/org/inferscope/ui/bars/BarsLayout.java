package org.inferscope.ui.bars;

import org.inferscope.tensor.Args;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;

/**
 * Where the parts of a vector's bars lie: a title and what the bars count above, the numbers of the
 * bars at the left, a lane for each bar, the axis below. Strips that a low box has no room for are
 * empty. Made for one size and kept while that lasts.
 *
 * @param title the strip of the title
 * @param caption the strip that says what the bars count
 * @param numbers the column of the bars' numbers, as high as the plot
 * @param plot the area of the bars, as high as all lanes
 * @param ticks the strip of the tick marks and their labels
 * @param axis the strip that says what the lengths stand for
 * @param count number of bars, at least 1
 * @param pitch height of a lane
 * @param unit pixels of an unscaled pixel
 * @param type size of the small print, in pixels
 */
public record BarsLayout(
    Box title,
    Box caption,
    Box numbers,
    Box plot,
    Box ticks,
    Box axis,
    int count,
    double pitch,
    double unit,
    double type) {
  /** Size of the title's type, unscaled. */
  static final double TITLE_TYPE = 15;

  /** Height of a line of text, in parts of the size of its type. */
  static final double LINE = 1.35;

  private static final int MOST = 64;
  private static final double HIGHEST_LANE = 56;
  private static final double LOWEST_PLOT = 48;
  private static final double PAD = 4;

  /** Height of a number, in parts of the size of its type. */
  private static final double NUMBER = 1.1;

  /**
   * Lays bars out in a box.
   *
   * @param box all the room there is; some may be left at the bottom where bars are few
   * @param count number of bars, 1 to 64
   * @param unit pixels of an unscaled pixel
   * @param smallest the smallest type, unscaled
   */
  public static BarsLayout of(Box box, int count, double unit, double smallest) {
    Args.inRange(count, 1, MOST, "count");
    double type = smallest * unit;
    double line = Math.ceil(type * LINE);
    double head = Math.ceil(Math.max(type, TITLE_TYPE * unit) * LINE);
    // Free space above and below the plot, which the number of a low lane may reach into.
    double air = Math.ceil(type * NUMBER / 2);
    double ticks = line + air;
    double wanted = Math.max(LOWEST_PLOT * unit, count * unit);
    double left = box.h() - ticks - wanted - air;
    boolean titled = left >= head;
    left -= titled ? head : 0;
    boolean captioned = left >= line;
    left -= captioned ? line : 0;
    boolean named = left >= line;
    Box top = new Box(box.x(), box.y(), box.w(), 0);
    Box title = below(top, titled ? head : 0);
    Box caption = below(title, captioned ? line : 0);
    double room = box.bottom() - caption.bottom() - air - ticks - (named ? line : 0);
    double pitch = pitch(room / count, unit);
    Box body = below(caption.moved(0, air), count * pitch);
    double column = numbersWidth(count, unit, type);
    Box numbers = new Box(box.x(), body.y(), column, body.h());
    double plotW = Math.max(1, box.w() - column - PAD * unit);
    Box strip = below(body, ticks);
    return new BarsLayout(
        title,
        caption,
        numbers,
        new Box(numbers.right(), body.y(), plotW, body.h()),
        strip,
        below(strip, named ? line : 0),
        count,
        pitch,
        unit,
        type);
  }

  private static Box below(Box box, double height) {
    return new Box(box.x(), box.bottom(), box.w(), height);
  }

  /** Whole pixels where there are a few, so that all bars are equally high. */
  private static double pitch(double room, double unit) {
    double held = Math.max(1e-3, Math.min(HIGHEST_LANE * unit, room));
    return held >= 4 ? Math.floor(held) : held;
  }

  private static double numbersWidth(int count, double unit, double type) {
    int digits = Integer.toString(count - 1).length();
    return Math.ceil(digits * type * Brush.DIGIT_ASPECT) + 3 * PAD * unit;
  }

  /** The lane of bar i, its number included. */
  public Box lane(int i) {
    return new Box(numbers.x(), plot.y() + i * pitch, plot.right() - numbers.x(), pitch);
  }

  /** The bar's lane under a height, or −1. */
  public int laneAt(double y) {
    int i = (int) Math.floor((y - plot.y()) / pitch);
    return i >= 0 && i < count ? i : -1;
  }

  /** The bar whose lane is under a point, its number included, or −1. */
  public int laneAt(double x, double y) {
    return x >= numbers.x() && x < plot.right() ? laneAt(y) : -1;
  }

  /** The stretch of lane i that its bar may fill: all of the plot's width, with air above. */
  public Box track(int i) {
    double air = Math.min(8 * unit, Math.floor(pitch * 0.25));
    double above = Math.floor(air / 2);
    return new Box(plot.x(), plot.y() + i * pitch + above, plot.w(), pitch - air);
  }

  /** The room for the number of bar i; that of a low lane reaches beyond the lane. */
  public Box number(int i) {
    double height = type * NUMBER;
    double middle = plot.y() + (i + 0.5) * pitch;
    double air = 1.5 * PAD * unit;
    return new Box(numbers.x() + air, middle - height / 2, numbers.w() - 2 * air, height);
  }

  /** Every how many bars there is room for a number: a power of two. */
  public int numberEvery() {
    int every = 1;
    while (every * pitch < type * NUMBER && every < count) {
      every *= 2;
    }
    return every;
  }

  /** Whether lanes are high enough for the values to be written. */
  public boolean hasValues() {
    return pitch >= type * NUMBER;
  }

  /** The grip at the end of a bar in lane i that ends at x. */
  public Box handle(int i, double x) {
    double height = Math.max(8 * unit, Math.min(22 * unit, track(i).h() + 4 * unit));
    return Box.around(x, track(i).centerY(), 8 * unit, height);
  }
}
