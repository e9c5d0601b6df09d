package org.inferscope.compute;

import org.inferscope.tensor.Args;

/**
 * Numbers of a tensor seen as a matrix in row-major order, with room left between the rows if need
 * be: entry (i, j) lies at {@code offset + i * stride + j}. This is how a head of an attention
 * layer, or a block of a larger matrix, is computed with in place.
 *
 * @param tensor where the numbers lie
 * @param offset index of entry (0, 0)
 * @param rows how many rows; may be 0
 * @param cols how many columns; may be 0
 * @param stride distance from one row to the next (BLAS: leading dimension), at least {@code cols}
 */
public record MatrixView(DeviceTensor tensor, long offset, int rows, int cols, int stride) {

  /**
   * Checks that the view lies inside its tensor.
   *
   * @throws IllegalArgumentException if it does not
   */
  public MatrixView {
    Args.notNegative(rows, "rows");
    Args.notNegative(cols, "cols");
    Args.require(offset >= 0, "offset", offset, "0 or more");
    Args.require(stride >= cols, "stride", stride, "at least cols = " + cols);
    long span = rows == 0 || cols == 0 ? 0 : (rows - 1L) * stride + cols;
    Args.require(
        offset <= tensor.size() - span, "offset + span", offset + span, "within " + tensor.size());
  }

  /** A dense matrix from the start of a tensor. */
  public static MatrixView of(DeviceTensor tensor, int rows, int cols) {
    return new MatrixView(tensor, 0, rows, cols, cols);
  }

  /** Whether there is no number in it. */
  public boolean isEmpty() {
    return rows == 0 || cols == 0;
  }

  /** How many rows the matrix has when read this way. */
  public int rows(Layout layout) {
    return layout == Layout.TRANSPOSED ? cols : rows;
  }

  /** How many columns the matrix has when read this way. */
  public int cols(Layout layout) {
    return layout == Layout.TRANSPOSED ? rows : cols;
  }

  /** How an operation reads a matrix. */
  public enum Layout {
    /** As it is stored. */
    PLAIN,
    /** Mirrored at the diagonal. */
    TRANSPOSED
  }
}
