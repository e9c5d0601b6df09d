package org.inferscope.tab.linear;

import java.awt.Color;

/** Shades of the theme's colours. Pure. */
final class Shades {
  private Shades() {}

  /**
   * A colour that lets what lies under it through.
   *
   * @param opacity 0 to 1
   */
  static Color of(Color color, double opacity) {
    int alpha = (int) Math.round(255 * opacity);
    return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
  }

  /** What a see-through colour looks like on another: solid, and so many times faster to fill. */
  static Color on(Color under, Color over, double opacity) {
    return new Color(
        mixed(under.getRed(), over.getRed(), opacity),
        mixed(under.getGreen(), over.getGreen(), opacity),
        mixed(under.getBlue(), over.getBlue(), opacity));
  }

  private static int mixed(int under, int over, double opacity) {
    return (int) Math.round(under + (over - under) * opacity);
  }
}
