package org.inferscope.ui.grid;

/**
 * The arithmetic of a value that is changed bit by bit: it accumulates in float64 and shows with as
 * many decimals as the steps can tell. No state, any thread.
 */
public final class ValueSteps {
  /** How much slower a fine change is. */
  public static final double FINE = 0.1;

  /** What a snapped value is a multiple of, as parts of 1. */
  private static final double SNAPS = 10;

  /** Decimals kept beyond the decade of a step, so that a fine change shows each of its steps. */
  private static final int FURTHER_DECIMALS = 2;

  /** Keeps a logarithm such as that of 0.001 from falling below its whole number. */
  private static final double TINY = 1e-9;

  private ValueSteps() {}

  /** Where a change starts: at the value, at 0 for what is no number at all. */
  public static double start(float value) {
    return Float.isNaN(value) ? 0 : within(value);
  }

  /** Kept to what float32 can hold. */
  public static double within(double raw) {
    return Math.max(-Float.MAX_VALUE, Math.min(Float.MAX_VALUE, raw));
  }

  /**
   * Rounded to a hundredth of the decade of a step: to 0.0001 for steps of 0.01 to 0.099. The
   * result is the float32 next to that decimal number, so that its text has no noise.
   */
  public static float rounded(double raw, double step) {
    if (Math.abs(raw) >= Float.MAX_VALUE) {
      return toFloat(raw);
    }
    int decimals = FURTHER_DECIMALS - (int) Math.floor(Math.log10(step) + TINY);
    double scale = Math.pow(10, Math.abs(decimals)); // exact up to 10^22
    double rounded =
        decimals >= 0 ? Math.rint(raw * scale) / scale : Math.rint(raw / scale) * scale;
    return toFloat(Double.isFinite(rounded) ? rounded : raw);
  }

  /** Rounded to a multiple of 0.1. */
  public static float snapped(double raw) {
    return toFloat(Math.rint(raw * SNAPS) / SNAPS);
  }

  /** Never −0, which would read as 0 and divide to −∞. */
  private static float toFloat(double value) {
    return (float) within(value) + 0f;
  }
}
