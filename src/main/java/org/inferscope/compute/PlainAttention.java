package org.inferscope.compute;

import org.inferscope.compute.MatrixView.Layout;
import org.inferscope.tensor.Args;
import org.jspecify.annotations.Nullable;

/** Attention out of a backend's other operations, head by head. */
final class PlainAttention {
  private PlainAttention() {}

  static void run(
      Backend backend,
      int heads,
      MatrixView q,
      MatrixView k,
      MatrixView v,
      MatrixView out,
      float @Nullable [][] pattern) {
    requireSizes(heads, q, k, v, out);
    if (out.isEmpty()) {
      return;
    }
    int rows = q.rows();
    int seen = k.rows();
    int width = q.cols() / heads;
    float scale = (float) (1 / Math.sqrt(width));
    try (DeviceTensor memory = backend.allocate((long) rows * seen)) {
      MatrixView scores = MatrixView.of(memory, rows, seen);
      for (int h = 0; h < heads; h++) {
        // [T, D/H] x [D/H, P+T] -> [T, P+T]
        backend.gemm(
            scale,
            head(q, h, width),
            Layout.PLAIN,
            head(k, h, width),
            Layout.TRANSPOSED,
            0,
            scores);
        backend.causalSoftmax(scores, seen - rows, scores);
        // [T, P+T] x [P+T, D/H] -> [T, D/H]
        backend.gemm(
            1, scores, Layout.PLAIN, head(v, h, width), Layout.PLAIN, 0, head(out, h, width));
        if (pattern != null) {
          keep(backend, scores, pattern[h]);
        }
      }
    }
  }

  /** Checks that sizes fit. */
  static void requireSizes(int heads, MatrixView q, MatrixView k, MatrixView v, MatrixView out) {
    Args.positive(heads, "heads");
    Args.require(q.cols() % heads == 0, "columns of q", q.cols(), "a multiple of " + heads);
    Args.sameLength(k.cols(), "columns of k", q.cols(), "columns of q");
    Args.sameLength(v.cols(), "columns of v", q.cols(), "columns of q");
    Args.sameLength(out.cols(), "columns of out", q.cols(), "columns of q");
    Args.sameLength(out.rows(), "rows of out", q.rows(), "rows of q");
    Args.sameLength(v.rows(), "rows of v", k.rows(), "rows of k");
    Args.require(k.rows() >= q.rows(), "rows of k", k.rows(), "at least rows of q = " + q.rows());
  }

  private static MatrixView head(MatrixView all, int h, int width) {
    return new MatrixView(
        all.tensor(), all.offset() + (long) h * width, all.rows(), width, all.stride());
  }

  private static void keep(Backend backend, MatrixView scores, float[] packed) {
    int past = scores.cols() - scores.rows();
    for (int row = 0; row < scores.rows(); row++) {
      float[] seen = new float[CausalRows.length(row, past)];
      backend.download(scores.tensor(), (long) row * scores.stride(), seen);
      System.arraycopy(seen, 0, packed, CausalRows.start(row, past), seen.length);
    }
  }
}
