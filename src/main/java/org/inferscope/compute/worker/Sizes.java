package org.inferscope.compute.worker;

import org.inferscope.compute.LayerWeights;
import org.inferscope.compute.MatrixView;
import org.inferscope.compute.MatrixView.Layout;
import org.inferscope.compute.VectorView;
import org.inferscope.tensor.Args;

/**
 * Whether sizes fit, found out before anything is sent. All throw IllegalArgumentException naming
 * what does not.
 */
final class Sizes {
  private Sizes() {}

  static void same(MatrixView x, MatrixView out) {
    Args.sameLength(out.rows(), "rows of out", x.rows(), "rows of x");
    Args.sameLength(out.cols(), "columns of out", x.cols(), "columns of x");
  }

  static void row(VectorView vector, String name, MatrixView x) {
    Args.sameLength(vector.size(), name, x.cols(), "columns of x");
  }

  static void gemm(MatrixView a, Layout ofA, MatrixView b, Layout ofB, MatrixView c) {
    Args.sameLength(a.rows(ofA), "rows of a", c.rows(), "rows of c");
    Args.sameLength(a.cols(ofA), "columns of a", b.rows(ofB), "rows of b");
    Args.sameLength(b.cols(ofB), "columns of b", c.cols(), "columns of c");
  }

  static void gemv(MatrixView a, Layout ofA, VectorView x, VectorView y) {
    Args.sameLength(a.rows(ofA), "rows of a", y.size(), "y");
    Args.sameLength(a.cols(ofA), "columns of a", x.size(), "x");
  }

  static void product(MatrixView x, LayerWeights w, MatrixView out, String nameOfOut) {
    Args.sameLength(x.cols(), "columns of x", w.inputs(), "inputs of w");
    Args.sameLength(out.rows(), "rows of " + nameOfOut, x.rows(), "rows of x");
    Args.sameLength(out.cols(), "columns of " + nameOfOut, w.outputs(), "outputs of w");
  }

  static void layer(
      MatrixView x, LayerWeights w, VectorView bias, MatrixView out, String nameOfOut) {
    product(x, w, out, nameOfOut);
    Args.sameLength(bias.size(), "bias", w.outputs(), "outputs of w");
  }

  static void gather(MatrixView table, int[] rows, MatrixView out) {
    Args.sameLength(rows.length, "rows", out.rows(), "rows of out");
    Args.sameLength(table.cols(), "columns of table", out.cols(), "columns of out");
    for (int row : rows) {
      Args.index(row, table.rows(), "rows[i]");
    }
  }
}
