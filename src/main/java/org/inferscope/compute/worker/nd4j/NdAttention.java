package org.inferscope.compute.worker.nd4j;

import org.inferscope.compute.CausalRows;
import org.inferscope.compute.MatrixView;
import org.inferscope.compute.MatrixView.Layout;
import org.jspecify.annotations.Nullable;

/**
 * Causal attention, head by head, in memory that is kept. T rows after P earlier positions, H heads
 * of D / H columns.
 */
final class NdAttention implements AutoCloseable {
  private final NdSoftmax softmax;
  private final NdCopies copies;
  private final NdScratch memory = new NdScratch();

  NdAttention(NdSoftmax softmax, NdCopies copies) {
    this.softmax = softmax;
    this.copies = copies;
  }

  /** See {@link org.inferscope.compute.Backend#attention}; the sizes fit. */
  void run(
      int heads,
      MatrixView q,
      MatrixView k,
      MatrixView v,
      MatrixView out,
      float @Nullable [][] pattern) {
    if (out.isEmpty()) {
      return;
    }
    int width = q.cols() / heads;
    int past = k.rows() - q.rows();
    float scale = (float) (1 / Math.sqrt(width));
    MatrixView scores = memory.matrix(q.rows(), k.rows());
    for (int h = 0; h < heads; h++) {
      MatrixView queries = head(q, h, width);
      MatrixView keys = head(k, h, width);
      // [T, D/H] x [D/H, P+T] -> [T, P+T]
      NdProducts.gemm(scale, queries, Layout.PLAIN, keys, Layout.TRANSPOSED, 0, scores);
      softmax.run(scores, past, scores);
      MatrixView values = head(v, h, width);
      // [T, P+T] x [P+T, D/H] -> [T, D/H]
      NdProducts.gemm(1, scores, Layout.PLAIN, values, Layout.PLAIN, 0, head(out, h, width));
      if (pattern != null) {
        keep(scores, past, pattern[h]);
      }
    }
  }

  private static MatrixView head(MatrixView all, int h, int width) {
    return new MatrixView(
        all.tensor(), all.offset() + (long) h * width, all.rows(), width, all.stride());
  }

  /** Some rows at a time, since each reading waits for all that was asked for. */
  private void keep(MatrixView scores, int past, float[] packed) {
    int cols = scores.cols();
    int most = Math.max(1, (1 << 22) / cols);
    for (int from = 0; from < scores.rows(); from += most) {
      int count = Math.min(most, scores.rows() - from);
      float[] rows = new float[count * cols];
      copies.read(NdTensor.of(scores.tensor()), scores.offset() + (long) from * cols, rows);
      for (int i = 0; i < count; i++) {
        int seen = CausalRows.length(from + i, past);
        System.arraycopy(rows, i * cols, packed, CausalRows.start(from + i, past), seen);
      }
    }
  }

  @Override
  public void close() {
    memory.close();
  }
}
