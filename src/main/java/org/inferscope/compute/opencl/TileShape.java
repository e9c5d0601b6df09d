package org.inferscope.compute.opencl;

import java.util.List;

/**
 * How a product is cut up; see {@code gemm.cl}.
 *
 * @param tm rows of a work-group's tile
 * @param tn columns of a work-group's tile
 * @param tk how much of the sum is fetched at a time
 * @param wm rows that a work-item keeps in registers
 * @param wn columns that a work-item keeps in registers
 */
record TileShape(int tm, int tn, int tk, int wm, int wn) {
  /** From large to small. */
  static final List<TileShape> ALL =
      List.of(
          new TileShape(128, 128, 16, 8, 8),
          new TileShape(128, 64, 16, 8, 4),
          new TileShape(64, 64, 16, 4, 4),
          new TileShape(64, 64, 8, 8, 8),
          new TileShape(32, 32, 16, 4, 4),
          new TileShape(16, 64, 16, 4, 4),
          new TileShape(8, 32, 16, 2, 4));

  /** The kernel's name, which is the shape's in files, too. */
  String kernel() {
    return "gemm_%d_%d_%d_%d_%d".formatted(tm, tn, tk, wm, wn);
  }

  int items() {
    return tm / wm * (tn / wn);
  }

  /** Bytes of local memory. */
  long localBytes() {
    return (long) Float.BYTES * tk * (tm + 4 + tn + 4);
  }

  /** How many tiles cover a product. */
  long tiles(int m, int n) {
    return ((m - 1L) / tm + 1) * ((n - 1L) / tn + 1);
  }

  boolean fits(Limits limits) {
    return items() <= limits.groupSize() && localBytes() <= limits.localBytes();
  }
}
