package org.inferscope.tab.linear;

import java.util.ArrayList;
import java.util.List;

/**
 * A logarithmic axis. Immutable.
 *
 * @param min its lower end, above 0
 * @param max its upper end, above min
 */
record LogScale(double min, double max) {
  /** From the power of ten at or below a value to the one at or above another. */
  static LogScale decades(double low, double high) {
    double from = Math.floor(Math.log10(low));
    double to = Math.max(from + 1, Math.ceil(Math.log10(high)));
    return new LogScale(Math.pow(10, from), Math.pow(10, to));
  }

  /** Where a value lies, 0 at the lower end and 1 at the upper. */
  double at(double value) {
    return Math.log(value / min) / Math.log(max / min);
  }

  /**
   * The powers of ten, no more than so many: every second, third and so on where there are more.
   */
  List<Double> powersOfTen(int most) {
    int from = (int) Math.ceil(Math.log10(min) - 1e-9);
    int to = (int) Math.floor(Math.log10(max) + 1e-9);
    int step = Math.max(1, (int) Math.ceil((to - from + 1.0) / most));
    List<Double> powers = new ArrayList<>();
    for (int power = from; power <= to; power += step) {
      powers.add(Math.pow(10, power));
    }
    return powers;
  }
}
