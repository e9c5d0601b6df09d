package org.inferscope.ui.theme;

import java.awt.Color;
import javax.swing.UIManager;

/**
 * A colour map through five stops of the theme, mixed in the Oklab space so that equal steps look
 * equally far apart. Immutable; {@link Palette} hands out the one of the current theme.
 */
public final class ColorMap {
  private static final int SIZE = 512;

  private final int[] table;
  private final boolean signed;

  private ColorMap(double[][] stops, boolean signed) {
    this.signed = signed;
    this.table = new int[SIZE];
    for (int i = 0; i < SIZE; i++) {
      double at = i * (stops.length - 1.0) / (SIZE - 1);
      int below = Math.min((int) at, stops.length - 2);
      table[i] = Oklab.mixToRgb(stops[below], stops[below + 1], at - below);
    }
  }

  /**
   * The map whose stops are the keys {@code prefix.0} to {@code prefix.4} of the theme. It is made
   * once a theme and kept among the theme's own defaults, so that it goes when the theme goes.
   */
  static ColorMap of(String prefix) {
    Object made = UIManager.get(prefix + ".map");
    if (made instanceof ColorMap map) {
      return map;
    }
    ColorMap map = new ColorMap(stops(prefix), prefix.endsWith("signed"));
    UIManager.getLookAndFeelDefaults().put(prefix + ".map", map);
    return map;
  }

  private static double[][] stops(String prefix) {
    double[][] stops = new double[5][];
    for (int i = 0; i < stops.length; i++) {
      stops[i] = Oklab.of(Palette.color(prefix + "." + i));
    }
    return stops;
  }

  /**
   * The colour of a value.
   *
   * @param value −1 to 1 for a signed map, 0 to 1 for a map of magnitudes; beyond is held at the
   *     end, NaN gives the middle
   */
  public Color at(double value) {
    return new Color(rgbAt(value));
  }

  /** As {@link #at}, as {@code 0xRRGGBB}, for pictures with many pixels. */
  public int rgbAt(double value) {
    double t = signed ? (value + 1) / 2 : value;
    double held = Double.isNaN(t) ? 0.5 : Math.max(0, Math.min(1, t));
    return table[(int) Math.round(held * (SIZE - 1))];
  }
}
