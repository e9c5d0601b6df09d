package org.inferscope.tab.network.desk;

import org.inferscope.model.network.Trace;

/**
 * What a bar's full length stands for: 1.1 × the largest size, as in the notebook, over all columns
 * or over each. While something is dragged it only grows, so that bars move under the hand.
 * Confined to one thread.
 */
final class BarLimits {
  private static final double ROOM = 1.1;

  private double[] perColumn = {1};
  private double shared = 1;
  private boolean held;

  /** From now on limits only grow, or no longer so. */
  void hold(boolean on) {
    held = on;
  }

  /** Follows a run; while it is played, its sums and pre-activations count, too. */
  void fit(Trace trace, boolean played) {
    int columns = trace.network().depth() + 1;
    double[] limits = new double[columns];
    double largest = 0;
    for (int c = 0; c < columns; c++) {
      limits[c] = trace.largest(c);
      if (played && c > 0) {
        limits[c] = Math.max(limits[c], largest(trace.sums(c - 1)));
        limits[c] = Math.max(limits[c], largest(trace.preActivations(c - 1)));
      }
      largest = Math.max(largest, limits[c]);
      limits[c] = limit(limits[c]);
      if (held && c < perColumn.length) {
        limits[c] = Math.max(limits[c], perColumn[c]);
      }
    }
    shared = held ? Math.max(shared, limit(largest)) : limit(largest);
    perColumn = limits;
  }

  private static double largest(float[] values) {
    double largest = 0;
    for (float value : values) {
      if (Float.isFinite(value)) {
        largest = Math.max(largest, Math.abs(value));
      }
    }
    return largest;
  }

  private static double limit(double largest) {
    return largest == 0 ? 1 : ROOM * largest;
  }

  double of(int column, Display.Axis axis) {
    return axis == Display.Axis.SHARED || column >= perColumn.length ? shared : perColumn[column];
  }
}
