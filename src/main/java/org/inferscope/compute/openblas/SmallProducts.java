package org.inferscope.compute.openblas;

import java.nio.FloatBuffer;
import org.inferscope.compute.MatrixView;
import org.inferscope.compute.MatrixView.Layout;
import org.inferscope.tensor.Args;
import org.inferscope.tensor.Matrix;

/**
 * Products of matrices that come from the heap and go back there, in memory that is kept: for small
 * ones reserving it would take longer than the product.
 */
final class SmallProducts implements AutoCloseable {
  /** Up to 512×512: 1 MiB a matrix. */
  private static final int MOST_NUMBERS = 1 << 18;

  private final SplitProducts split;
  private final Slot left = new Slot();
  private final Slot right = new Slot();
  private final Slot product = new Slot();

  SmallProducts(SplitProducts split) {
    this.split = split;
  }

  /** Whether the matrices and their product fit; empty ones are not handled here. */
  static boolean fits(Matrix a, Matrix b) {
    long largest = Math.max((long) a.rows() * b.cols(), Math.max(a.size(), b.size()));
    return largest <= MOST_NUMBERS && a.size() > 0 && b.size() > 0;
  }

  /** [M, K] x [K, N] -> [M, N]. */
  Matrix multiply(Matrix a, Matrix b) {
    Args.sameLength(a.cols(), "columns of a", b.rows(), "rows of b");
    int size = a.rows() * b.cols();
    float[] result = new float[size];
    left.room(a.size()).put(0, a.buffer(), 0, a.size());
    right.room(b.size()).put(0, b.buffer(), 0, b.size());
    FloatBuffer room = product.room(size);
    split.gemm(
        1,
        MatrixView.of(left.tensor, a.rows(), a.cols()),
        Layout.PLAIN,
        MatrixView.of(right.tensor, b.rows(), b.cols()),
        Layout.PLAIN,
        0,
        MatrixView.of(product.tensor, a.rows(), b.cols()));
    room.get(0, result);
    return Matrix.owning(a.rows(), b.cols(), result);
  }

  @Override
  public void close() {
    left.tensor.close();
    right.tensor.close();
    product.tensor.close();
  }

  /** Memory that grows to the largest size asked for. */
  private static final class Slot {
    private NativeTensor tensor = new NativeTensor(0);
    private FloatBuffer buffer = tensor.window(0, 1);

    FloatBuffer room(int size) {
      if (tensor.size() < size) {
        tensor.close();
        tensor = new NativeTensor(size);
        buffer = tensor.window(0, size);
      }
      return buffer;
    }
  }
}
