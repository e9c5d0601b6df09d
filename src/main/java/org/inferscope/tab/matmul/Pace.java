package org.inferscope.tab.matmul;

import org.inferscope.model.matmul.Algorithm;
import org.inferscope.model.matmul.Grain;
import org.inferscope.model.matmul.MatmulProgram;

/** How long a step takes at normal speed: long enough to follow, however much it does. */
final class Pace {
  private static final double TERM = 0.85;
  private static final double GROUP = 1.3;
  private static final double CLOCK_TICK = 0.8;
  private static final double SHORTEST_SWEEP = 2;
  private static final double LONGEST_SWEEP = 9;

  private Pace() {}

  /** Seconds of one step. */
  static double stepSeconds(MatmulProgram program, Grain grain) {
    boolean systolic = program.algorithm() == Algorithm.SYSTOLIC;
    return switch (grain) {
      case MULTIPLY_ADD -> systolic ? CLOCK_TICK : TERM;
      case ELEMENT -> systolic ? CLOCK_TICK : GROUP + 0.06 * program.k();
      case PRODUCT -> sweep(systolic ? CLOCK_TICK * program.ticks() : 0.12 * program.ticks());
    };
  }

  private static double sweep(double seconds) {
    return Math.max(SHORTEST_SWEEP, Math.min(LONGEST_SWEEP, seconds));
  }
}
