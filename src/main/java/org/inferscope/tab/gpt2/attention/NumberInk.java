package org.inferscope.tab.gpt2.attention;

import java.awt.Color;
import org.inferscope.tab.gpt2.desk.AttentionSettings.Scale;
import org.inferscope.tensor.Numbers;
import org.inferscope.ui.theme.ColorMap;
import org.inferscope.ui.theme.Contrast;
import org.inferscope.ui.theme.Palette;

/**
 * Numbers in cells and their colours, of which there are few: a frame of hundreds of cells makes
 * each once. For one frame; event thread.
 */
final class NumberInk {
  private static final int SHADES = 64;

  /** Numbers of up to two decimals are kept. */
  private static final int KEPT = 2;

  private static final int HUNDRED = 100;

  private final Weights weights;
  private final int decimals;
  private final Color[] inks = new Color[SHADES + 1];
  private final String[] texts = new String[HUNDRED + 1];

  /**
   * For one frame.
   *
   * @param decimals of each number
   */
  NumberInk(Scale scale, int decimals) {
    this.decimals = decimals;
    ColorMap colours = Palette.magnitude();
    weights = new Weights(colours, scale);
    for (int shade = 0; shade <= SHADES; shade++) {
      inks[shade] = Contrast.textOn(colours.at(shade / (double) SHADES));
    }
    for (int i = 0; decimals == KEPT && i <= HUNDRED; i++) {
      texts[i] = Numbers.fixed(i / (double) HUNDRED, KEPT);
    }
  }

  /** A weight as it stands in its cell. */
  String text(float weight) {
    return decimals == KEPT
        ? texts[(int) Math.rint(weight * HUNDRED)]
        : Numbers.fixed(weight, decimals);
  }

  /** Readable on the weight's colour. */
  Color on(float weight) {
    return inks[(int) Math.rint(weights.place(weight) * SHADES)];
  }
}
