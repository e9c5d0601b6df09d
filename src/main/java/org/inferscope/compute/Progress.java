package org.inferscope.compute;

/**
 * How far a job has come.
 *
 * @param fraction from 0 to 1, or {@link #UNKNOWN} where the job cannot tell
 * @param message what it is doing, in words; may be empty
 */
public record Progress(double fraction, String message) {
  /** The fraction of a job that cannot tell how far it is. */
  public static final double UNKNOWN = -1;

  /** The progress of a job that has not said anything yet. */
  public static final Progress NONE = new Progress(UNKNOWN, "");

  /** Brings the fraction into range; NaN counts as unknown. */
  public Progress {
    fraction = fraction >= 0 ? Math.min(fraction, 1) : UNKNOWN;
  }

  /** Whether the fraction means something. */
  public boolean isKnown() {
    return fraction >= 0;
  }
}
