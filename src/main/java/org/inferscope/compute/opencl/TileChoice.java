package org.inferscope.compute.opencl;

import java.util.List;

/**
 * Which shape of tile is used for what.
 *
 * @param large where there are enough tiles to fill the device
 * @param small where there would be too few large ones
 * @param flat where there are few rows
 */
record TileChoice(TileShape large, TileShape small, TileShape flat) {
  private static final int FLAT_ROWS = 32;
  private static final int SMALL = 256;

  /** Before anything was measured: shapes that are never bad. */
  static TileChoice untuned(List<TileShape> shapes) {
    TileShape middle = or(shapes, new TileShape(64, 64, 16, 4, 4));
    return new TileChoice(
        middle,
        or(shapes, new TileShape(32, 32, 16, 4, 4)),
        or(shapes, new TileShape(16, 64, 16, 4, 4)));
  }

  private static TileShape or(List<TileShape> shapes, TileShape wanted) {
    return shapes.contains(wanted) ? wanted : shapes.get(shapes.size() - 1);
  }

  /** The same shape for all. */
  static TileChoice only(TileShape shape) {
    return new TileChoice(shape, shape, shape);
  }

  TileShape of(int rows, int cols) {
    if (rows <= FLAT_ROWS) {
      return flat;
    }
    return (long) rows * cols <= (long) SMALL * SMALL ? small : large;
  }
}
