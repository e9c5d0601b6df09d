package org.inferscope.model.gpt2.weights;

/**
 * A square of texels of a level.
 *
 * @param level how much a texel stands for
 * @param x the number of the tile from the left, from 0
 * @param y the number of the tile from the top, from 0
 */
public record TileKey(Level level, int x, int y) {
  /** Texels of a side. */
  public static final int SIDE = 256;
}
