package org.inferscope.compute;

import org.inferscope.compute.MatrixView.Layout;
import org.inferscope.tensor.Args;

/**
 * Whether the sizes that an operation of a {@link Backend} is given fit, for backends to find out
 * before anything is changed. All throw IllegalArgumentException naming what does not fit. Any
 * thread.
 */
public final class Sizes {
  private Sizes() {}

  /** Two matrices of the same size, the second called "out". */
  public static void same(MatrixView x, MatrixView out) {
    Args.sameLength(out.rows(), "rows of out", x.rows(), "rows of x");
    Args.sameLength(out.cols(), "columns of out", x.cols(), "columns of x");
  }

  /** A vector, called by its name, with a number for each column. */
  public static void row(VectorView vector, String name, MatrixView x) {
    Args.sameLength(vector.size(), name, x.cols(), "columns of x");
  }

  /** See {@link Backend#gemm}. */
  public static void gemm(MatrixView a, Layout ofA, MatrixView b, Layout ofB, MatrixView c) {
    Args.sameLength(a.rows(ofA), "rows of a", c.rows(), "rows of c");
    Args.sameLength(a.cols(ofA), "columns of a", b.rows(ofB), "rows of b");
    Args.sameLength(b.cols(ofB), "columns of b", c.cols(), "columns of c");
  }

  /** See {@link Backend#gemv}. */
  public static void gemv(MatrixView a, Layout ofA, VectorView x, VectorView y) {
    Args.sameLength(a.rows(ofA), "rows of a", y.size(), "y");
    Args.sameLength(a.cols(ofA), "columns of a", x.size(), "x");
  }

  /** See {@link Backend#product}; the result is called by its name. */
  public static void product(MatrixView x, LayerWeights w, MatrixView out, String nameOfOut) {
    Args.sameLength(x.cols(), "columns of x", w.inputs(), "inputs of w");
    Args.sameLength(out.rows(), "rows of " + nameOfOut, x.rows(), "rows of x");
    Args.sameLength(out.cols(), "columns of " + nameOfOut, w.outputs(), "outputs of w");
  }

  /** See {@link Backend#project}; the result is called by its name. */
  public static void layer(
      MatrixView x, LayerWeights w, VectorView bias, MatrixView out, String nameOfOut) {
    product(x, w, out, nameOfOut);
    Args.sameLength(bias.size(), "bias", w.outputs(), "outputs of w");
  }

  /** See {@link Backend#gather}. */
  public static void gather(MatrixView table, int[] rows, MatrixView out) {
    Args.sameLength(rows.length, "rows", out.rows(), "rows of out");
    Args.sameLength(table.cols(), "columns of table", out.cols(), "columns of out");
    for (int row : rows) {
      Args.index(row, table.rows(), "rows[i]");
    }
  }
}
