package org.inferscope.tab.gpt2.next;

import org.inferscope.ui.paint.Box;

/**
 * Where the cache's cells stand: a row for each layer, keys over values, a column for each token.
 * Immutable.
 *
 * @param area of all of them
 * @param layers L
 * @param columns tokens there is room for
 */
record CacheCells(Box area, int layers, int columns) {
  /** A layer's row. */
  Box row(int layer) {
    double height = area.h() / layers;
    double gap = height >= 8 ? 2 : height >= 4 ? 1 : 0;
    return new Box(area.x(), area.y() + layer * height, area.w(), height - gap);
  }

  /** Keys or values of a layer, of tokens from one to before another. */
  Box cells(int layer, boolean keys, int from, int to) {
    Box row = row(layer);
    double width = area.w() / columns;
    double half = row.h() / 2;
    return new Box(
        area.x() + from * width, keys ? row.y() : row.y() + half, (to - from) * width, half);
  }

  /** The layer at a height; −1 outside. */
  int layerAt(double y) {
    int layer = (int) Math.floor((y - area.y()) / area.h() * layers);
    return layer >= 0 && layer < layers ? layer : -1;
  }

  /** The token at a place; −1 outside. */
  int tokenAt(double x) {
    int token = (int) Math.floor((x - area.x()) / area.w() * columns);
    return token >= 0 && token < columns ? token : -1;
  }

  /** Whether a place is in the upper half of its row, that of the keys. */
  boolean isKey(double y) {
    int layer = layerAt(y);
    return layer >= 0 && y < row(layer).centerY();
  }
}
