package org.inferscope.tab.gpt2.weights;

/** Steps between numbers at an axis: 1, 2 or 5 times a power of ten. Stateless. */
final class Ticks {
  private static final double[] NICE = {1, 2, 5, 10};

  private Ticks() {}

  /** The smallest nice step that is at least so large. */
  static double step(double least) {
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    for (double nice : NICE) {
      if (nice * power >= least * (1 - 1e-9)) {
        return nice * power;
      }
    }
    return 10 * power;
  }

  /** As {@link #step}, of whole numbers. */
  static int wholeStep(double least) {
    return (int) Math.max(1, step(Math.max(1, least)));
  }
}
