package org.inferscope.tab.network.stage;

import java.awt.Color;
import org.inferscope.ui.theme.Palette;
import org.inferscope.ui.theme.Role;

/**
 * The colours that numbers give their units: those of their bars, the fuller the larger. Looked up
 * once a frame, since thousands of units ask. Event thread.
 *
 * @param above of numbers above zero
 * @param below of numbers below zero
 * @param none of zero
 * @param broken of what is not a number
 */
record UnitColours(Color above, Color below, Color none, Color broken) {

  /** Those of the look in force. */
  static UnitColours now() {
    return new UnitColours(Role.ROW.fill(), Role.COLUMN.fill(), Palette.card(), Palette.error());
  }

  /** As {@code 0xRRGGBB}; small numbers are told from 0 more easily than large from larger ones. */
  int rgb(float value, double limit) {
    if (Float.isNaN(value)) {
      return broken.getRGB();
    }
    Color full = value < 0 ? below : above;
    double part = Math.sqrt(Math.min(1, Math.abs(value) / limit));
    return mixed(none.getRed(), full.getRed(), part) << 16
        | mixed(none.getGreen(), full.getGreen(), part) << 8
        | mixed(none.getBlue(), full.getBlue(), part);
  }

  private static int mixed(int from, int to, double part) {
    return (int) Math.round(from + (to - from) * part);
  }
}
