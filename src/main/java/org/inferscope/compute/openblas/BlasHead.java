package org.inferscope.compute.openblas;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.inferscope.compute.CausalRows;
import org.inferscope.compute.MatrixView;
import org.inferscope.compute.MatrixView.Layout;
import org.inferscope.compute.RowMath;
import org.inferscope.compute.VectorView;
import org.inferscope.compute.openblas.Attention.HeadViews;
import org.jspecify.annotations.Nullable;

/** One head's attention by OpenBLAS, some rows at a time. */
final class BlasHead {
  /** Rows at a time. */
  private static final int ROWS = 64;

  private final RowMath math;
  private final HeadViews head;
  private final Scratch scratch;
  private final float @Nullable [] pattern;

  BlasHead(RowMath math, HeadViews head, Scratch scratch, float @Nullable [] pattern) {
    this.math = math;
    this.head = head;
    this.scratch = scratch;
    this.pattern = pattern;
  }

  /** Computes some rows of the result. */
  void run(int from, int to) {
    int keys = head.past() + to;
    try (NativeTensor memory = new NativeTensor((long) Math.min(ROWS, to - from) * keys)) {
      for (int row = from; row < to; row += ROWS) {
        block(memory, row, Math.min(ROWS, to - row));
      }
    }
  }

  private void block(NativeTensor memory, int row, int count) {
    int keys = head.past() + row + count;
    MatrixView scores = MatrixView.of(memory, count, keys);
    MatrixView seen = Views.rows(head.k(), 0, keys);
    MatrixView values = Views.rows(head.v(), 0, keys);
    if (count == 1) {
      // [K, D/H] x [D/H] -> [K]
      Cblas.gemv(
          1, seen, Layout.PLAIN, Views.row(head.q(), row, 0, head.q().cols()), 0, first(scores));
    } else {
      // [R, D/H] x [D/H, K] -> [R, K]
      Cblas.gemm(
          1, Views.rows(head.q(), row, count), Layout.PLAIN, seen, Layout.TRANSPOSED, 0, scores);
    }
    softmax(scores, row);
    MatrixView result = Views.rows(head.out(), row, count);
    if (count == 1) {
      // [D/H, K] x [K] -> [D/H]
      Cblas.gemv(1, values, Layout.TRANSPOSED, first(scores), 0, first(result));
    } else {
      // [R, K] x [K, D/H] -> [R, D/H]
      Cblas.gemm(1, scores, Layout.PLAIN, values, Layout.PLAIN, 0, result);
    }
  }

  private static VectorView first(MatrixView matrix) {
    return Views.row(matrix, 0, 0, matrix.cols());
  }

  private void softmax(MatrixView scores, int row) {
    FloatBuffer buffer = Rows.window(scores, 0, scores.rows());
    float[] numbers = scratch.sums(scores.cols());
    for (int i = 0; i < scores.rows(); i++) {
      int seen = CausalRows.length(row + i, head.past());
      buffer.get(i * scores.stride(), numbers, 0, seen);
      math.softmax(numbers, 0, seen, head.scale());
      Arrays.fill(numbers, seen, scores.cols(), 0);
      Attention.keep(pattern, row + i, head.past(), numbers, 0);
      buffer.put(i * scores.stride(), numbers, 0, scores.cols());
    }
  }
}
