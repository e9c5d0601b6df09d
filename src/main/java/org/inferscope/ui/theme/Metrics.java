package org.inferscope.ui.theme;

import com.formdev.flatlaf.util.UIScale;
import javax.swing.UIManager;

/**
 * Measures of the design, scaled. Sizes in code are for a UI scale of 100 %; {@link #px} turns them
 * into sizes on screen for the UI scale and projector mode in force. MigLayout scales its own
 * numbers, so these are for painters and borders. Call while laying out or painting.
 */
public final class Metrics {
  /** Corner radius of cards, unscaled. */
  public static final int RADIUS = 8;

  private Metrics() {}

  /** A size in whole pixels at the scale in force. */
  public static int px(int size) {
    return UIScale.scale(size);
  }

  /** A size at the scale in force, not rounded: for strokes, radii and animated places. */
  public static float px(float size) {
    return UIScale.scale(size);
  }

  /** Whether projector mode is on: fewer things, larger. */
  public static boolean isProjector() {
    return UIManager.getBoolean("Inferscope.projector");
  }

  /** Whether things should jump to where they go rather than travel. */
  public static boolean isReduceMotion() {
    return UIManager.getBoolean("Inferscope.reduceMotion");
  }

  /** The scale in force: 1 at 100 %, 2 at 200 % or in projector mode with double type. */
  public static float scale() {
    return UIScale.getUserScaleFactor();
  }
}
