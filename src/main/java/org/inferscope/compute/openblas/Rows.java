package org.inferscope.compute.openblas;

import org.inferscope.compute.MatrixView;
import org.inferscope.tensor.Args;

/** Runs kernels over the rows of matrices outside the heap, each copied into an array and back. */
final class Rows {
  private Rows() {}

  /** Changes a row in place. */
  @FunctionalInterface
  interface Kernel {
    void apply(int i, float[] row);
  }

  /** {@code out[i] = kernel(x[i])} for all rows; the same view twice is fine. */
  static void map(MatrixView x, MatrixView out, Kernel kernel) {
    Args.sameLength(out.rows(), "rows of out", x.rows(), "rows of x");
    Args.sameLength(out.cols(), "columns of out", x.cols(), "columns of x");
    NativeTensor from = NativeTensor.of(x.tensor());
    NativeTensor to = NativeTensor.of(out.tensor());
    float[] row = new float[x.cols()];
    for (int i = 0; i < x.rows(); i++) {
      from.read(start(x, i), row, row.length);
      kernel.apply(i, row);
      to.write(start(out, i), row, row.length);
    }
  }

  /** {@code c *= beta}; 0 clears c whatever it held. */
  static void scale(float beta, MatrixView c) {
    map(c, c, (i, row) -> RowKernels.scale(row, beta));
  }

  /** {@code out[i] = table[rows[i]]}. */
  static void gather(MatrixView table, int[] rows, MatrixView out) {
    NativeTensor from = NativeTensor.of(table.tensor());
    NativeTensor to = NativeTensor.of(out.tensor());
    float[] row = new float[table.cols()];
    for (int i = 0; i < rows.length; i++) {
      from.read(start(table, rows[i]), row, row.length);
      to.write(start(out, i), row, row.length);
    }
  }

  private static long start(MatrixView view, int row) {
    return view.offset() + (long) row * view.stride();
  }
}
