package org.inferscope.tab.network.stage;

import java.awt.Color;
import org.inferscope.ui.theme.Palette;
import org.inferscope.ui.theme.Role;

/** The colour a number gives its unit: that of its bar, the fuller the larger. Event thread. */
final class UnitColours {
  private UnitColours() {}

  /** As {@code 0xRRGGBB}; small numbers are told from 0 more easily than large from larger ones. */
  static int rgb(float value, double limit) {
    if (Float.isNaN(value)) {
      return Palette.error().getRGB();
    }
    Color full = value < 0 ? Role.COLUMN.fill() : Role.ROW.fill();
    Color none = Palette.card();
    double part = Math.sqrt(Math.min(1, Math.abs(value) / limit));
    return mixed(none.getRed(), full.getRed(), part) << 16
        | mixed(none.getGreen(), full.getGreen(), part) << 8
        | mixed(none.getBlue(), full.getBlue(), part);
  }

  private static int mixed(int from, int to, double part) {
    return (int) Math.round(from + (to - from) * part);
  }
}
