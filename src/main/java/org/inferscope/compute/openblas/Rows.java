package org.inferscope.compute.openblas;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.inferscope.compute.MatrixView;
import org.inferscope.compute.VectorView;

/**
 * Runs kernels over the rows of matrices outside the heap, each copied into an array and back: the
 * JIT turns loops over arrays into vector instructions, those over other memory it does not. Copies
 * go through buffers that span many rows, since a call into native code takes as long as a row of
 * some hundred numbers.
 */
final class Rows {
  /** How many numbers a buffer spans, unless a single row is longer. */
  private static final int SPAN = 1 << 20;

  private Rows() {}

  /** Changes a row in place. */
  @FunctionalInterface
  interface Kernel {
    void apply(int i, float[] row);
  }

  /** {@code out[i] = kernel(x[i])} for all rows; the sizes are the same, or the views. */
  static void map(MatrixView x, MatrixView out, Kernel kernel) {
    if (x.isEmpty()) {
      return;
    }
    float[] row = new float[x.cols()];
    int most = Math.max(1, Math.min(x.rows(), SPAN / Math.max(x.stride(), out.stride())));
    for (int first = 0; first < x.rows(); first += most) {
      int count = Math.min(most, x.rows() - first);
      FloatBuffer from = window(x, first, count);
      FloatBuffer to = window(out, first, count);
      for (int i = 0; i < count; i++) {
        from.get(i * x.stride(), row);
        kernel.apply(first + i, row);
        to.put(i * out.stride(), row);
      }
    }
  }

  /** {@code c *= beta}; 0 clears c whatever it held. */
  static void scale(float beta, MatrixView c) {
    map(
        c,
        c,
        (i, row) -> {
          if (beta == 0) {
            Arrays.fill(row, 0);
          } else {
            for (int j = 0; j < row.length; j++) {
              row[j] *= beta;
            }
          }
        });
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

  /** A vector's numbers. */
  static float[] numbers(VectorView view) {
    float[] numbers = new float[view.size()];
    NativeTensor.of(view.tensor()).read(view.offset(), numbers, numbers.length);
    return numbers;
  }

  /** Some rows, not none, as a buffer that begins at the first. */
  static FloatBuffer window(MatrixView view, int first, int count) {
    int length = (count - 1) * view.stride() + view.cols();
    return NativeTensor.of(view.tensor()).window(start(view, first), length);
  }

  private static long start(MatrixView view, int row) {
    return view.offset() + (long) row * view.stride();
  }
}
