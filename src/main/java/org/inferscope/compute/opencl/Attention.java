package org.inferscope.compute.opencl;

import org.inferscope.compute.CausalRows;
import org.inferscope.compute.DeviceTensor;
import org.inferscope.compute.MatrixView;
import org.inferscope.compute.MatrixView.Layout;
import org.inferscope.compute.opencl.Products.Batch;
import org.jspecify.annotations.Nullable;

/** Attention of all heads at once; blocks of rows where the scores of all would be too many. */
final class Attention {
  /** Scores kept at a time: 128 MB. */
  private static final long MOST_SCORES = 1L << 25;

  private final OpenClBackend backend;
  private final ClQueue queue;
  private final Products products;
  private final RowKernels rowKernels;

  Attention(OpenClBackend backend, ClQueue queue, Products products, RowKernels rowKernels) {
    this.backend = backend;
    this.queue = queue;
    this.products = products;
    this.rowKernels = rowKernels;
  }

  /** As {@link org.inferscope.compute.Backend#attention}; sizes fit and are not 0. */
  void run(
      int heads,
      MatrixView q,
      MatrixView k,
      MatrixView v,
      MatrixView out,
      float @Nullable [][] pattern) {
    int past = k.rows() - q.rows();
    long most = Math.max(1, MOST_SCORES / ((long) heads * k.rows()));
    int step = (int) Math.min(most, q.rows());
    try (DeviceTensor memory = queue.reserve((long) heads * step * k.rows())) {
      for (int from = 0; from < q.rows(); from += step) {
        int count = Math.min(step, q.rows() - from);
        int seen = past + from + count;
        MatrixView scores = MatrixView.of(memory, heads * count, seen);
        block(
            heads,
            rows(q, from, count),
            rows(k, 0, seen),
            rows(v, 0, seen),
            scores,
            rows(out, from, count));
        if (pattern != null) {
          keep(heads, scores, past, from, pattern);
        }
      }
    }
  }

  private void block(
      int heads, MatrixView q, MatrixView k, MatrixView v, MatrixView scores, MatrixView out) {
    int count = q.rows();
    int seen = k.rows();
    int width = q.cols() / heads;
    float scale = (float) (1 / Math.sqrt(width));
    MatrixView first = new MatrixView(scores.tensor(), 0, count, seen, seen);
    long step = (long) count * seen;
    // H times [T, D/H] x [D/H, P+T] -> [T, P+T]
    products.gemm(
        scale,
        head(q, width),
        Layout.PLAIN,
        head(k, width),
        Layout.TRANSPOSED,
        0,
        first,
        new Batch(heads, width, width, step));
    rowKernels.softmax(scores, count, seen - count, scores);
    // H times [T, P+T] x [P+T, D/H] -> [T, D/H]
    products.gemm(
        1,
        first,
        Layout.PLAIN,
        head(v, width),
        Layout.PLAIN,
        0,
        head(out, width),
        new Batch(heads, step, width, width));
  }

  private void keep(int heads, MatrixView scores, int past, int from, float[][] pattern) {
    int count = scores.rows() / heads;
    int seen = scores.cols();
    float[] head = new float[count * seen];
    for (int h = 0; h < heads; h++) {
      backend.download(scores.tensor(), (long) h * head.length, head);
      for (int i = 0; i < count; i++) {
        int row = from + i;
        System.arraycopy(
            head, i * seen, pattern[h], CausalRows.start(row, past), CausalRows.length(row, past));
      }
    }
  }

  private static MatrixView rows(MatrixView all, int from, int count) {
    return new MatrixView(
        all.tensor(), all.offset() + (long) from * all.stride(), count, all.cols(), all.stride());
  }

  private static MatrixView head(MatrixView all, int width) {
    return new MatrixView(all.tensor(), all.offset(), all.rows(), width, all.stride());
  }
}
