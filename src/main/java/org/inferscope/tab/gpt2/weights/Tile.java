package org.inferscope.tab.gpt2.weights;

import java.awt.image.BufferedImage;
import org.inferscope.model.gpt2.weights.Merge;
import org.inferscope.model.gpt2.weights.Texels;
import org.inferscope.model.gpt2.weights.TileKey;

/**
 * A part of a matrix, its values and how they look.
 *
 * @param id which part of which matrix
 * @param texels its values
 * @param colours how they were coloured
 * @param picture a pixel a texel
 */
record Tile(Id id, Texels texels, Colours colours, BufferedImage picture) {

  /**
   * A part of a matrix.
   *
   * @param parameter its name
   * @param merge what texels stand for
   * @param key which part
   */
  record Id(String parameter, Merge merge, TileKey key) {}

  static Tile of(Id id, Texels texels, Colours colours) {
    return new Tile(id, texels, colours, colours.picture(texels));
  }

  /** The memory of values and picture. */
  long bytes() {
    return 8L * texels.width() * texels.height();
  }
}
