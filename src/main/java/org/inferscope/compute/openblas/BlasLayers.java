package org.inferscope.compute.openblas;

import org.inferscope.compute.MatrixView;
import org.inferscope.compute.MatrixView.Layout;
import org.inferscope.compute.exec.Crew;

/**
 * Layers by OpenBLAS, each thread for some of the outputs. It arranges weights for its kernels
 * before it multiplies; so many inputs at a time that it can keep what it has arranged.
 */
final class BlasLayers {
  /** How many inputs OpenBLAS arranges at once on most processors. */
  private static final int DEPTH = 384;

  /** Fewer multiply-adds a thread than this, and waking it costs too much. */
  private static final long FEWEST = 1 << 19;

  private final Crew crew;

  BlasLayers(Crew crew) {
    this.crew = crew;
  }

  /**
   * A layer, none of whose matrices is empty.
   *
   * @param x [T, I]
   * @param w stored as [I, O]
   */
  void layer(MatrixView x, Fp32Weights w, LayerEnd end) {
    MatrixView out = end.out();
    long products = (long) x.rows() * x.cols() * out.cols();
    long parts = Math.min(Math.min(crew.size(), out.cols()), products / FEWEST);
    Grid grid = new Grid(out.rows(), out.cols(), 1, (int) Math.max(1, parts));
    crew.run(
        grid.parts(),
        part -> {
          Grid.Block block = grid.block(part);
          multiply(x, w, block, end.isAdded() ? 1 : 0, Views.part(out, block));
          end.finishInPlace(block);
        });
  }

  private static void multiply(
      MatrixView x, Fp32Weights w, Grid.Block block, float beta, MatrixView sum) {
    for (int done = 0; done < x.cols(); done += DEPTH) {
      int depth = Math.min(DEPTH, x.cols() - done);
      MatrixView left = Views.columns(x, done, depth);
      MatrixView right =
          Views.columns(Views.rows(w.matrix(), done, depth), block.col(), block.cols());
      // [T, K'] x [K', O'] -> [T, O']
      Cblas.gemm(1, left, Layout.PLAIN, right, Layout.PLAIN, done == 0 ? beta : 1, sum);
    }
  }
}
