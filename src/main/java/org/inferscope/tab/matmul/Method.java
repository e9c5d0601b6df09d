package org.inferscope.tab.matmul;

import org.inferscope.model.matmul.Algorithm;
import org.inferscope.model.matmul.Grain;

/**
 * How the product is computed and shown.
 *
 * @param algorithm the order of the multiply-adds
 * @param tile side of a tile, 1 to {@link #LARGEST_TILE}; only the tiled algorithm looks at it
 * @param grain how much one step does
 */
record Method(Algorithm algorithm, int tile, Grain grain) {
  static final int LARGEST_TILE = 6;
  static final Method FIRST = new Method(Algorithm.DOT, 2, Grain.MULTIPLY_ADD);

  Method with(Algorithm other) {
    return new Method(other, tile, grain);
  }

  Method with(Grain other) {
    return new Method(algorithm, tile, other);
  }

  Method withTile(int other) {
    return new Method(algorithm, other, grain);
  }
}
