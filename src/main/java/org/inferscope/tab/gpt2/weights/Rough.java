package org.inferscope.tab.gpt2.weights;

import java.awt.image.BufferedImage;
import org.inferscope.model.gpt2.weights.Level;
import org.inferscope.model.gpt2.weights.Merge;
import org.inferscope.model.gpt2.weights.Texels;

/**
 * A whole matrix in few pixels: the minimap, and what is seen where a tile is missing.
 *
 * @param parameter its name
 * @param merge what texels stand for
 * @param level how much a texel stands for
 * @param texels its values
 * @param colours how they were coloured
 * @param picture a pixel a texel
 */
record Rough(
    String parameter,
    Merge merge,
    Level level,
    Texels texels,
    Colours colours,
    BufferedImage picture) {
  /** Most pixels either way. */
  static final int SIDE = 512;

  boolean isOf(String wanted, Merge by) {
    return parameter.equals(wanted) && merge == by;
  }
}
