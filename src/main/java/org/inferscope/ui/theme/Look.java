package org.inferscope.ui.theme;

/**
 * Everything that decides how the window looks, as one value.
 *
 * @param dark the dark theme rather than the light one
 * @param colorBlindSafe colours that people with any kind of colour blindness can tell apart
 * @param scale the UI scale; 1 is 100 %
 * @param reduceMotion whether things jump instead of travelling
 * @param projector the factor that projector mode enlarges everything by on top of the UI scale; 0
 *     when projector mode is off
 */
public record Look(
    boolean dark, boolean colorBlindSafe, boolean reduceMotion, double scale, double projector) {
  /** Smallest UI scale. */
  public static final double MIN_SCALE = 0.75;

  /** Largest UI scale. */
  public static final double MAX_SCALE = 3.0;

  /** The look of a first start: 100 %, ordinary colours, with motion, no projector. */
  public static Look of(boolean dark) {
    return new Look(dark, false, false, 1, 0);
  }

  /** Whether projector mode, and with it high contrast, is on. */
  public boolean isProjector() {
    return projector > 0;
  }

  /** The factor that all sizes are multiplied by. */
  public float zoom() {
    return (float) (scale * (isProjector() ? projector : 1));
  }
}
