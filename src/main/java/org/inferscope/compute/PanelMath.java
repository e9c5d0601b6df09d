package org.inferscope.compute;

/**
 * Products with a panel: some columns of a matrix, as many as fit the registers, whose rows lie one
 * after the other in an array. Stateless; any thread.
 *
 * <p>Letters: R rows of the left factor, K numbers in a sum, W columns of a panel.
 */
public interface PanelMath {

  /** W, how many columns a panel has. */
  int width();

  /** {@code out[R, W] += x[R, K] w[K, W]}. */
  void multiply(Block x, int rows, int depth, Block w, Block out);

  /**
   * {@code out[W] += x[K] w[K, W]} with weights in BF16, the upper halves of float32, two in a
   * whole number: of each two vectors that follow each other in a row, the first in the lower
   * halves.
   */
  void multiply(float[] x, int from, int depth, int[] w, float[] out);

  /** {@code out[W] += x[K] w[K, W]} with weights in whole numbers. */
  void multiply(float[] x, int from, int depth, byte[] w, float[] out);

  /**
   * {@code to[K, W] = from[K, W]} out of BF16.
   *
   * @param from a panel in pairs, its rows without gaps
   * @param start index of the first pair
   * @param depth K
   * @param at where the first number goes
   * @param stride distance from one row to the next where they go
   */
  void widen(int[] from, int start, int depth, float[] to, int at, int stride);

  /** The same out of whole numbers. */
  void widen(byte[] from, int start, int depth, float[] to, int at, int stride);

  /**
   * A matrix inside an array.
   *
   * @param numbers the array
   * @param at index of entry (0, 0)
   * @param stride distance from one row to the next
   */
  @SuppressWarnings("ArrayRecordComponent") // A place in an array that others write to.
  record Block(float[] numbers, int at, int stride) {

    /** The matrix that begins so much further on. */
    public Block from(int row, int col) {
      return new Block(numbers, at + row * stride + col, stride);
    }
  }
}
