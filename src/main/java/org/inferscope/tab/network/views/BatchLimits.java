package org.inferscope.tab.network.views;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.inferscope.model.network.ColumnStats;
import org.inferscope.model.network.Trace;
import org.inferscope.tab.network.desk.Display;
import org.inferscope.tensor.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * The size of value with the strongest colour and at the ends of the histogram, over all inputs of
 * the batch: one for all columns, or one each. Rounded up, so that it seldom changes while an input
 * is dragged. Event thread.
 */
final class BatchLimits {
  private double[] largest = {0};
  private @Nullable Trace of;

  /** Follows a run. */
  @SuppressWarnings("ReferenceEquality") // a trace never changes
  void follow(Trace trace) {
    if (trace != of) {
      of = trace;
      largest = new double[trace.network().depth() + 1];
      Arrays.setAll(largest, c -> largest(trace, c));
    }
  }

  private static double largest(Trace trace, int c) {
    ColumnStats stats = trace.stats(c);
    double size = Math.max(Math.abs(stats.min()), Math.abs(stats.max()));
    return Double.isFinite(size) ? size : largestFinite(trace.column(c));
  }

  private static double largestFinite(Matrix values) {
    FloatBuffer all = values.buffer();
    double size = 0;
    for (int at = 0; at < values.size(); at++) {
      float value = Math.abs(all.get(at));
      size = value <= Float.MAX_VALUE ? Math.max(size, value) : size;
    }
    return size;
  }

  /** The limit of a column. */
  double of(int column, Display.Axis axis) {
    double size =
        axis == Display.Axis.SHARED ? Arrays.stream(largest).max().orElse(0) : largest[column];
    return Limits.rounded(size);
  }

  /** Lets go of the run. */
  void clear() {
    of = null;
  }
}
