package org.inferscope.compute.openblas;

/**
 * How a matrix is cut into blocks, one for each thread.
 *
 * @param rows of the matrix
 * @param cols of the matrix
 * @param down how many blocks lie below each other
 * @param across how many blocks lie beside each other
 */
record Grid(int rows, int cols, int down, int across) {
  /** How much longer reading may take for the sake of cutting between rows only. */
  private static final double FOR_ROWS = 1.5;

  /**
   * A part of the matrix: its place and its size.
   *
   * @param row of its first entry
   * @param col of its first entry
   */
  record Block(int row, int col, int rows, int cols) {}

  /**
   * The grid for a product [M, N] by which the threads read least: each reads the rows of one
   * factor and the columns of the other that its block needs. As quick otherwise, OpenBLAS likes
   * blocks of many rows.
   */
  static Grid forOne(int rows, int cols, int parts) {
    return leastRead(new Grid(rows, cols, 1, parts), parts, 1);
  }

  /**
   * As {@link #forOne}, where the product goes on into a next layer: cutting between rows is
   * preferred where it costs little more, since a thread then finds in its cache what it wrote a
   * layer before.
   */
  static Grid forLayers(int rows, int cols, int parts) {
    return leastRead(new Grid(rows, cols, parts, 1), parts, FOR_ROWS);
  }

  private static Grid leastRead(Grid preferred, int parts, double advantage) {
    Grid best = preferred;
    double least = best.read() / advantage;
    for (int down = 1; down <= parts; down++) {
      Grid grid = new Grid(preferred.rows, preferred.cols, down, parts / down);
      if (parts % down == 0 && grid.read() < least) {
        best = grid;
        least = grid.read();
      }
    }
    return best;
  }

  private double read() {
    return (double) rows / down + (double) cols / across;
  }

  int parts() {
    return down * across;
  }

  /** A block by its number, from 0, along the rows. */
  Block block(int part) {
    int row = start(rows, part / across, down);
    int col = start(cols, part % across, across);
    return new Block(
        row,
        col,
        start(rows, part / across + 1, down) - row,
        start(cols, part % across + 1, across) - col);
  }

  private static int start(int size, int part, int parts) {
    return (int) ((long) size * part / parts);
  }
}
