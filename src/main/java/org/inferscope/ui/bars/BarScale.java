package org.inferscope.ui.bars;

import java.util.Arrays;
import org.inferscope.tensor.Args;
import org.inferscope.ui.paint.Box;

/**
 * What the length of a bar stands for: the values at the left and the right edge of the plot. It
 * always contains 0 and is never empty. Any thread.
 *
 * @param low the value at the left edge, finite, at most 0
 * @param high the value at the right edge, finite, at least 0 and above low
 */
public record BarScale(double low, double high) {
  /** Values beyond this are held here, so that no width overflows; float32 ends at 3.4e38. */
  private static final double LARGEST = 1e300;

  private static final double HEAD_ROOM = 0.05;

  /** Steps that a fitted scale is rounded to, in parts of the range. */
  private static final int FINE = 10;

  /** The same where a scale grows under a drag: coarser, so that it grows seldom. */
  private static final int COARSE = 4;

  /** Checks the promise above. */
  public BarScale {
    boolean ordered = low <= 0 && high >= 0 && low < high && high - low <= 2 * LARGEST;
    Args.require(ordered, "low, high", low + ", " + high, "finite, on both sides of 0, not equal");
  }

  /**
   * The scale that shows all finite values with a little head room; −1 to 1 where all are zero or
   * none is finite.
   */
  public static BarScale of(float[]... vectors) {
    double low = 0;
    double high = 0;
    for (float[] values : vectors) {
      for (float value : values) {
        if (Float.isFinite(value)) {
          low = Math.min(low, value);
          high = Math.max(high, value);
        }
      }
    }
    if (low == high) {
      return new BarScale(-1, 1);
    }
    double room = HEAD_ROOM * (high - low);
    double lowest = low < 0 ? low - room : 0;
    double highest = high > 0 ? high + room : 0;
    return rounded(lowest, highest, FINE);
  }

  private static BarScale rounded(double low, double high, int steps) {
    NiceStep step = NiceStep.atLeast((high - low) / steps);
    return new BarScale(step.floor(low), step.ceil(high));
  }

  /** Whether a value lies on the scale; NaN and ±∞ never do. */
  public boolean covers(double value) {
    return value >= low && value <= high;
  }

  /**
   * This scale, or, where a value lies outside, one that reaches a good way beyond it on that side
   * and is the same on the other: a drag past the edge changes the scale a few times, not at each
   * event. Values that are not finite change nothing.
   */
  public BarScale widened(double value) {
    if (covers(value) || Double.isNaN(value) || Double.isInfinite(value)) {
      return this;
    }
    double held = Math.max(-LARGEST / 2, Math.min(LARGEST / 2, value));
    if (covers(held)) {
      return this;
    }
    double range = Math.max(high, held) - Math.min(low, held);
    NiceStep step = NiceStep.atLeast(range / COARSE);
    double room = HEAD_ROOM * range;
    return held > high
        ? new BarScale(low, step.ceil(held + room))
        : new BarScale(step.floor(held - room), high);
  }

  /** Where a value lies in a plot, in pixels, held at the edges; NaN lies at zero. */
  public double position(Box plot, double value) {
    double held = Double.isNaN(value) ? 0 : Math.max(low, Math.min(high, value));
    return plot.x() + (held - low) / (high - low) * plot.w();
  }

  /** The value at a place in a plot; beyond the edges it goes on. The inverse of position. */
  public double valueAt(Box plot, double x) {
    return low + (x - plot.x()) * perPixel(plot);
  }

  /** How much value one pixel of a plot stands for. */
  public double perPixel(Box plot) {
    return (high - low) / plot.w();
  }

  /**
   * Values for ticks: multiples of 1, 2 or 5 times a power of ten on the scale, ascending, 0 among
   * them.
   *
   * @param most as many as there may be, at least 1
   */
  public double[] ticks(int most) {
    Args.positive(most, "most");
    NiceStep step = NiceStep.atLeast((high - low) / most);
    while (count(step) > most) {
      step = step.larger();
    }
    long first = first(step);
    double[] ticks = new double[count(step)];
    for (int k = 0; k < ticks.length; k++) {
      ticks[k] = step.times(first + k);
    }
    return Arrays.stream(ticks).map(tick -> Math.max(low, Math.min(high, tick))).toArray();
  }

  private int count(NiceStep step) {
    return (int) (Math.round(step.floor(high) / step.size()) - first(step)) + 1;
  }

  private long first(NiceStep step) {
    return Math.round(step.ceil(low) / step.size());
  }
}
