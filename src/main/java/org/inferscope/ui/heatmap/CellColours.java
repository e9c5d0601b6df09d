package org.inferscope.ui.heatmap;

import java.awt.Color;
import org.inferscope.ui.paint.Tones;
import org.inferscope.ui.theme.ColorMap;
import org.inferscope.ui.theme.Contrast;
import org.inferscope.ui.theme.Palette;
import org.jspecify.annotations.Nullable;

/**
 * The colours of cells and of the text on them, kept for one theme: a grid asks for hundreds in a
 * frame. Sizes are told apart in 48 steps on either side of zero, as fine as an eye can, so that
 * the brush's kept corners are used again. Event thread.
 */
final class CellColours {
  private static final int STEPS = 48;
  private static final double EDGE = 0.12;

  private final double veil;
  private final Color[] fills = new Color[2 * STEPS + 1];
  private final Color[] inks = new Color[2 * STEPS + 1];
  private final Color[] edges = new Color[2 * STEPS + 1];
  private @Nullable ColorMap map;

  /**
   * Colours that step back.
   *
   * @param veil how far they go towards the background: 0 not at all, 1 out of sight
   */
  CellColours(double veil) {
    this.veil = veil;
  }

  /** Follows a change of theme; call before each frame. */
  void refresh() {
    ColorMap current = Palette.signed();
    if (!current.equals(map)) {
      map = current;
      fill(current);
    }
  }

  private void fill(ColorMap from) {
    for (int step = 0; step <= 2 * STEPS; step++) {
      Color fill = from.at((step - STEPS) / (double) STEPS);
      Color ink = Contrast.textOn(fill);
      fills[step] = veiled(fill);
      inks[step] = veiled(ink);
      edges[step] = veiled(Tones.mixed(fill, ink, EDGE));
    }
  }

  /** Any colour as far back as these are. */
  Color veiled(Color color) {
    return veil == 0 ? color : Tones.mixed(color, Palette.background(), veil);
  }

  /** The ground of a cell that holds a number or ±∞. */
  Color fill(float value, double limit) {
    return fills[step(value, limit)];
  }

  /** Text and frames on that ground, contrast at least 4.5:1 without a veil. */
  Color ink(float value, double limit) {
    return inks[step(value, limit)];
  }

  /** A faint outline, by which a cell near zero stands out from the background. */
  Color edge(float value, double limit) {
    return edges[step(value, limit)];
  }

  private static int step(float value, double limit) {
    double held = Math.max(-1, Math.min(1, value / limit));
    return (int) Math.round(held * STEPS) + STEPS;
  }
}
