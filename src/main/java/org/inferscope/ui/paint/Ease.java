package org.inferscope.ui.paint;

/** How movements gather way and come to rest. */
public final class Ease {
  private Ease() {}

  /** How far a movement that takes from {@code from} to {@code to} has come at a phase, 0 to 1. */
  public static double between(double phase, double from, double to) {
    return inOut((phase - from) / (to - from));
  }

  /** Slow, fast, slow; clamped to 0..1. */
  public static double inOut(double t) {
    double x = Math.max(0, Math.min(1, t));
    return x * x * (3 - 2 * x);
  }

  /** As {@link #between} but gathering speed, as something that drops. */
  public static double drop(double phase, double from, double to) {
    double x = Math.max(0, Math.min(1, (phase - from) / (to - from)));
    return x * x;
  }
}
