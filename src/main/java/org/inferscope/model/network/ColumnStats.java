package org.inferscope.model.network;

import org.inferscope.tensor.Matrix;

/**
 * Figures of one column over all inputs, in float64. Immutable, any thread.
 *
 * @param units how many units the column has
 * @param dead how many of them are 0 for every input
 * @param min smallest number; NaN if one is NaN
 * @param mean over all numbers
 * @param max largest number; NaN if one is NaN
 * @param std standard deviation over all numbers, as {@code numpy.std} has it
 */
public record ColumnStats(int units, int dead, double min, double mean, double max, double std) {

  /** The figures of a column's numbers [T, width], at least one. */
  static ColumnStats of(Matrix values) {
    float[] all = values.toArray();
    boolean[] alive = new boolean[values.cols()];
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    double sum = 0;
    int unit = 0;
    for (float value : all) {
      min = Math.min(min, value);
      max = Math.max(max, value);
      sum += value;
      alive[unit] |= value != 0;
      unit = unit + 1 == alive.length ? 0 : unit + 1;
    }
    double mean = sum / all.length;
    double squares = 0;
    for (float value : all) {
      squares += (value - mean) * (value - mean);
    }
    return new ColumnStats(
        alive.length, dead(alive), min, mean, max, Math.sqrt(squares / all.length));
  }

  private static int dead(boolean[] alive) {
    int dead = 0;
    for (boolean one : alive) {
      dead += one ? 0 : 1;
    }
    return dead;
  }

  /** Share of units that are 0 for every input, 0 to 1. */
  public double deadShare() {
    return (double) dead / units;
  }
}
