package org.inferscope.tab.linear;

/**
 * A logarithmic axis. Immutable.
 *
 * @param min its lower end, above 0
 * @param max its upper end, above min
 */
record LogScale(double min, double max) {
  /** Where a value lies, 0 at the lower end and 1 at the upper. */
  double at(double value) {
    return Math.log(value / min) / Math.log(max / min);
  }
}
