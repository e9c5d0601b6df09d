package org.inferscope.tab.gpt2.attention;

import java.util.Arrays;
import org.inferscope.model.gpt2.attention.AttentionRows;
import org.inferscope.tab.gpt2.desk.AttentionSettings.Scale;
import org.inferscope.ui.theme.ColorMap;

/**
 * Turns the weights of a head into pixels.
 *
 * @param colours the map for magnitudes
 * @param scale how a weight becomes a place on it
 */
record Weights(ColorMap colours, Scale scale) {
  /** The colour of a weight, as {@code 0xRRGGBB}. */
  int rgb(double weight) {
    return colours.rgbAt(place(weight));
  }

  /** The place on the colour map of a weight, from 0 to 1. */
  double place(double weight) {
    return scale == Scale.ROOT ? Math.sqrt(weight) : weight;
  }

  /**
   * Fills a square of pixels with a lower triangle; what lies above stays as it is. Where there are
   * fewer pixels than tokens, each gets the largest weight that it covers.
   *
   * @param pixels row after row
   * @param at index of the square's first pixel
   * @param stride pixels of a row of the whole picture
   * @param side pixels of the square's side
   */
  void fill(int[] pixels, int at, int stride, int side, AttentionRows rows, int tokens) {
    float[] line = new float[side];
    int drawn = -1;
    for (int query = 0; query < tokens; query++) {
      int top = edge(query, side, tokens);
      int bottom = Math.max(top + 1, edge(query + 1, side, tokens));
      if (top != drawn) {
        Arrays.fill(line, -1);
        drawn = top;
      }
      float[] row = rows.row(query);
      for (int key = 0; key <= query; key++) {
        int left = edge(key, side, tokens);
        int right = Math.max(left + 1, edge(key + 1, side, tokens));
        for (int x = left; x < right; x++) {
          line[x] = Math.max(line[x], row[key]);
        }
      }
      for (int y = top; y < bottom; y++) {
        colour(pixels, at + y * stride, line);
      }
    }
  }

  private static int edge(int token, int side, int tokens) {
    return (int) ((long) token * side / tokens);
  }

  private void colour(int[] pixels, int at, float[] line) {
    for (int x = 0; x < line.length; x++) {
      if (line[x] >= 0) {
        pixels[at + x] = rgb(line[x]);
      }
    }
  }
}
