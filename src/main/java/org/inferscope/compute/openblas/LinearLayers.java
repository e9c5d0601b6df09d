package org.inferscope.compute.openblas;

import org.bytedeco.openblas.global.openblas_nolapack;
import org.inferscope.compute.MatrixView;
import org.inferscope.compute.MatrixView.Layout;
import org.inferscope.compute.Pointwise;
import org.inferscope.compute.VectorView;
import org.inferscope.compute.exec.Crew;

/**
 * Whole layers: product, bias and activation. A large batch is split by rows, so that every thread
 * does all three on numbers it has just written, which are still in its cache, and none waits for
 * another before the end. OpenBLAS's own threads share one product instead: they meet again and
 * again inside it, and bias and activation would be left to one of them.
 */
final class LinearLayers implements AutoCloseable {
  /**
   * Fewer rows a thread than this and packing the weights for each would cost more than it saves.
   */
  private static final int FEWEST_ROWS = 128;

  /** Fewer multiply-adds a thread than this and waking it would. */
  private static final long FEWEST_PRODUCTS = 1 << 21;

  private final Crew crew;

  /** Layers on so many threads; OpenBLAS has been told to use as many. */
  LinearLayers(int threads) {
    crew = new Crew("inferscope-openblas", threads);
  }

  /** {@code out[T, O] = f(x[T, I] w[O, I]ᵀ + bias[O])}; the sizes fit. */
  void apply(Pointwise f, MatrixView x, MatrixView w, VectorView bias, MatrixView out) {
    if (x.rows() == 1) {
      // [O, I] x [I] -> [O]
      Cblas.gemv(1, w, Layout.PLAIN, row(x), 0, row(out));
      Rows.activate(f, out, bias, out);
    } else if (worthSplitting(x, w)) {
      split(f, x, w, bias, out);
    } else {
      layer(f, x, w, bias, out);
    }
  }

  private boolean worthSplitting(MatrixView x, MatrixView w) {
    int rows = x.rows() / crew.size();
    return crew.size() > 1
        && rows >= FEWEST_ROWS
        && (long) rows * w.rows() * w.cols() >= FEWEST_PRODUCTS;
  }

  private void split(Pointwise f, MatrixView x, MatrixView w, VectorView bias, MatrixView out) {
    int parts = crew.size();
    openblas_nolapack.blas_set_num_threads(1);
    try {
      crew.run(
          parts,
          part -> {
            int from = (int) ((long) x.rows() * part / parts);
            int to = (int) ((long) x.rows() * (part + 1) / parts);
            layer(f, rows(x, from, to), w, bias, rows(out, from, to));
          });
    } finally {
      openblas_nolapack.blas_set_num_threads(parts);
    }
  }

  private static void layer(
      Pointwise f, MatrixView x, MatrixView w, VectorView bias, MatrixView out) {
    // [T, I] x [I, O] -> [T, O]
    Cblas.gemm(1, x, Layout.PLAIN, w, Layout.TRANSPOSED, 0, out);
    Rows.activate(f, out, bias, out);
  }

  private static MatrixView rows(MatrixView all, int from, int to) {
    long offset = all.offset() + (long) from * all.stride();
    return new MatrixView(all.tensor(), offset, to - from, all.cols(), all.stride());
  }

  private static VectorView row(MatrixView only) {
    return new VectorView(only.tensor(), only.offset(), only.cols());
  }

  @Override
  public void close() {
    crew.close();
  }
}
