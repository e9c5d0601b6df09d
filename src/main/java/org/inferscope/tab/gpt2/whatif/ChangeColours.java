package org.inferscope.tab.gpt2.whatif;

import java.awt.Color;
import org.inferscope.ui.theme.ColorMap;
import org.inferscope.ui.theme.Contrast;
import org.inferscope.ui.theme.Palette;
import org.jspecify.annotations.Nullable;

/**
 * The colours of changes and of the text on them, kept for one theme. Changes are told apart in 48
 * steps on either side of zero, as fine as an eye can, so that painters can keep what they have
 * drawn. Event thread.
 */
final class ChangeColours {
  private static final int STEPS = 48;

  private final Color[] fills = new Color[2 * STEPS + 1];
  private final Color[] inks = new Color[2 * STEPS + 1];
  private @Nullable ColorMap map;

  /** Follows a change of theme; call before each frame. */
  void refresh() {
    ColorMap current = Palette.signed();
    if (!current.equals(map)) {
      map = current;
      for (int step = 0; step < fills.length; step++) {
        fills[step] = current.at((step - STEPS) / (double) STEPS);
        inks[step] = Contrast.textOn(fills[step]);
      }
    }
  }

  /** The ground of a cell. */
  Color fill(double change, double limit) {
    return fills[step(change, limit)];
  }

  /** Text on that ground. */
  Color ink(double change, double limit) {
    return inks[step(change, limit)];
  }

  private static int step(double change, double limit) {
    return (int) Math.round(Math.max(-1, Math.min(1, change / limit)) * STEPS) + STEPS;
  }
}
