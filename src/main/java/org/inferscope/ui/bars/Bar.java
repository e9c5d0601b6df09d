package org.inferscope.ui.bars;

import java.util.Optional;
import java.util.OptionalDouble;
import org.inferscope.ui.theme.Role;

/**
 * One bar of a vector.
 *
 * @param value how far it reaches, and its label; NaN and ±∞ are shown as such
 * @param role its colour
 * @param light how much it stands out
 * @param exact a value to compare with, marked by a thin line
 * @param share a stretch of the axis that stands out within the bar
 */
public record Bar(
    double value, Role role, Light light, OptionalDouble exact, Optional<Share> share) {
  /**
   * A stretch of the axis, as what one term adds to a sum.
   *
   * @param from where it begins, finite
   * @param to where it ends, finite; may be on either side
   */
  public record Share(double from, double to) {}

  /** A plain bar. */
  public static Bar of(double value, Role role) {
    return new Bar(value, role, Light.PLAIN, OptionalDouble.empty(), Optional.empty());
  }

  /** The same, standing out more or less. */
  public Bar with(Light another) {
    return new Bar(value, role, another, exact, share);
  }

  /** The same with a value to compare with. */
  public Bar besides(double exactValue) {
    return new Bar(value, role, light, OptionalDouble.of(exactValue), share);
  }

  /** The same with a stretch that stands out. */
  public Bar withShare(double from, double to) {
    return new Bar(value, role, light, exact, Optional.of(new Share(from, to)));
  }
}
