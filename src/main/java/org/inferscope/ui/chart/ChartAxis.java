package org.inferscope.ui.chart;

import java.util.List;
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
 * @param names what stands at 0, 1, 2 and so on in place of numbers; empty for numbers
 * @param falling whether values fall upwards or to the right: for ranks, of which 1 is the best
 */
public record ChartAxis(
    String title,
    Scale scale,
    OptionalDouble from,
    OptionalDouble to,
    boolean prefixed,
    List<String> names,
    boolean falling) {

  /** Copies the list; refuses ends that a logarithm does not have. */
  public ChartAxis {
    names = List.copyOf(names);
    if (scale.base() > 0 && from.isPresent()) {
      Args.require(from.getAsDouble() > 0, "from", from.getAsDouble(), "more than 0");
    }
  }

  /** An axis that its points decide on. */
  public static ChartAxis of(String title, Scale scale) {
    return new ChartAxis(
        title, scale, OptionalDouble.empty(), OptionalDouble.empty(), false, List.of(), false);
  }

  /** This axis with fixed ends. */
  public ChartAxis between(double low, double high) {
    return new ChartAxis(
        title, scale, OptionalDouble.of(low), OptionalDouble.of(high), prefixed, names, falling);
  }

  /** This axis with SI prefixes at its numbers. */
  public ChartAxis withPrefixes() {
    return new ChartAxis(title, scale, from, to, true, names, falling);
  }

  /** An even axis with names in place of numbers, the first one at 0. */
  public static ChartAxis named(String title, List<String> names) {
    return new ChartAxis(
        title,
        Scale.LINEAR,
        OptionalDouble.of(0),
        OptionalDouble.of(Math.max(1, names.size() - 1.0)),
        false,
        names,
        false);
  }

  /** This axis the other way round. */
  public ChartAxis upsideDown() {
    return new ChartAxis(title, scale, from, to, prefixed, names, !falling);
  }

  /** A number as it stands at the axis. */
  String text(double value) {
    if (!names.isEmpty()) {
      long at = Math.round(value);
      return at >= 0 && at < names.size() ? names.get((int) at) : "";
    }
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
