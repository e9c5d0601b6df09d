package org.inferscope.ui.chart;

import java.util.OptionalDouble;
import org.inferscope.tensor.Args;

/**
 * An axis.
 *
 * @param title what is measured, with its unit
 * @param scale how values are spread
 * @param from its lower end; empty where the points decide
 * @param to its upper end; empty where the points decide
 */
public record ChartAxis(String title, Scale scale, OptionalDouble from, OptionalDouble to) {

  /** Refuses ends that a logarithm does not have. */
  public ChartAxis {
    if (scale != Scale.LINEAR && from.isPresent()) {
      Args.require(from.getAsDouble() > 0, "from", from.getAsDouble(), "more than 0");
    }
  }

  /** An axis that its points decide on. */
  public static ChartAxis of(String title, Scale scale) {
    return new ChartAxis(title, scale, OptionalDouble.empty(), OptionalDouble.empty());
  }

  /** This axis with fixed ends. */
  public ChartAxis between(double low, double high) {
    return new ChartAxis(title, scale, OptionalDouble.of(low), OptionalDouble.of(high));
  }

  /** How values are spread along an axis. */
  public enum Scale {
    /** Evenly, from 0 unless an end is given. */
    LINEAR(0),
    /** Each step doubles: 1, 2, 4, 8. */
    POWERS_OF_TWO(2),
    /** Each step is ten times the one before: 0.1, 1, 10. */
    POWERS_OF_TEN(10);

    private final int base;

    Scale(int base) {
      this.base = base;
    }

    /** What is raised to powers; 0 for a linear scale. */
    int base() {
      return base;
    }
  }
}
