package org.inferscope.ui.chart;

import java.util.OptionalDouble;
import org.inferscope.tensor.Args;
import org.inferscope.tensor.Numbers;

/**
 * An axis.
 *
 * @param title what is measured, with its unit
 * @param scale how values are spread
 * @param from its lower end; empty where the points decide
 * @param to its upper end; empty where the points decide
 * @param prefixed whether its numbers are written with SI prefixes: 10 G rather than 1e10
 */
public record ChartAxis(
    String title, Scale scale, OptionalDouble from, OptionalDouble to, boolean prefixed) {

  /** Refuses ends that a logarithm does not have. */
  public ChartAxis {
    if (scale.base() > 0 && from.isPresent()) {
      Args.require(from.getAsDouble() > 0, "from", from.getAsDouble(), "more than 0");
    }
  }

  /** An axis that its points decide on. */
  public static ChartAxis of(String title, Scale scale) {
    return new ChartAxis(title, scale, OptionalDouble.empty(), OptionalDouble.empty(), false);
  }

  /** This axis with fixed ends. */
  public ChartAxis between(double low, double high) {
    return new ChartAxis(title, scale, OptionalDouble.of(low), OptionalDouble.of(high), prefixed);
  }

  /** This axis with SI prefixes at its numbers. */
  public ChartAxis withPrefixes() {
    return new ChartAxis(title, scale, from, to, true);
  }

  /** A number as it stands at the axis. */
  String text(double value) {
    return prefixed ? Numbers.si(value, "").strip() : Numbers.cell(value);
  }

  /** How values are spread along an axis. */
  public enum Scale {
    /** Evenly, from 0 unless an end is given. */
    LINEAR(0),
    /** As {@link #LINEAR}, with numbers at whole values only, such as those of layers. */
    WHOLE(0),
    /** Each step doubles: 1, 2, 4, 8. */
    POWERS_OF_TWO(2),
    /** Each step is ten times the one before: 0.1, 1, 10. */
    POWERS_OF_TEN(10);

    private final int base;

    Scale(int base) {
      this.base = base;
    }

    /** What is raised to powers; 0 for a scale that is even. */
    int base() {
      return base;
    }
  }
}
