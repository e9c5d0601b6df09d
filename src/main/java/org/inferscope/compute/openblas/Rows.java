package org.inferscope.compute.openblas;

import java.nio.FloatBuffer;
import org.inferscope.compute.MatrixView;
import org.inferscope.compute.Pointwise;
import org.inferscope.compute.VectorView;
import org.inferscope.tensor.Args;

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

  /** {@code out[i] = kernel(x[i])} for all rows; the same view twice is fine. */
  static void map(MatrixView x, MatrixView out, Kernel kernel) {
    Args.sameLength(out.rows(), "rows of out", x.rows(), "rows of x");
    Args.sameLength(out.cols(), "columns of out", x.cols(), "columns of x");
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

  /** {@code out[T, D] = f(x[T, D] + bias[D])}. */
  static void activate(Pointwise f, MatrixView x, VectorView bias, MatrixView out) {
    float[] added = numbers(bias);
    map(
        x,
        out,
        (i, row) -> {
          RowKernels.add(row, added);
          RowKernels.apply(f, row);
        });
  }

  /** {@code out[T, D] = a[T, D] + b[T, D]}. */
  static void add(MatrixView a, MatrixView b, MatrixView out) {
    Args.sameLength(b.rows(), "rows of b", a.rows(), "rows of a");
    Args.sameLength(b.cols(), "columns of b", a.cols(), "columns of a");
    float[] added = new float[b.cols()];
    NativeTensor from = NativeTensor.of(b.tensor());
    map(
        a,
        out,
        (i, row) -> {
          from.read(start(b, i), added, added.length);
          RowKernels.add(row, added);
        });
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

  /** A vector's numbers. */
  static float[] numbers(VectorView view) {
    float[] numbers = new float[view.size()];
    NativeTensor.of(view.tensor()).read(view.offset(), numbers, numbers.length);
    return numbers;
  }

  private static FloatBuffer window(MatrixView view, int first, int count) {
    int length = (count - 1) * view.stride() + view.cols();
    return NativeTensor.of(view.tensor()).window(start(view, first), length);
  }

  private static long start(MatrixView view, int row) {
    return view.offset() + (long) row * view.stride();
  }
}
