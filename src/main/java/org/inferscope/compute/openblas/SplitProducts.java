package org.inferscope.compute.openblas;

import org.inferscope.compute.MatrixView;
import org.inferscope.compute.MatrixView.Layout;
import org.inferscope.compute.VectorView;
import org.inferscope.compute.exec.Crew;
import org.inferscope.compute.openblas.Grid.Block;

/**
 * Products shared by our own threads, each of which lets OpenBLAS compute a block of the result by
 * itself. OpenBLAS's own threads meet again and again inside one product and spin while they wait:
 * slower where a batch goes through the layers of a network, much slower where something else has
 * taken a processor. And whoever has computed a block can add the bias and apply the activation
 * while it is still in the cache.
 */
final class SplitProducts implements AutoCloseable {
  /** Fewer multiply-adds a thread than this, and waking it costs too much: some 10 microseconds. */
  private static final long FEWEST_IN_GEMV = 1 << 17;

  /** The same for products of matrices, which reuse what they read. */
  private static final long FEWEST_IN_GEMM = 1 << 19;

  /** More multiply-adds than this, and OpenBLAS takes the way for large products. */
  private static final long MOST_IN_SMALL_KERNEL = 1_000_000;

  /** Up to so many rows, products with vectors are quicker than one of matrices. */
  private static final int MOST_ROWS_OF_FEW = 8;

  /** Half a MiB. */
  private static final int CACHED_WEIGHTS = 1 << 17;

  private final Crew crew;
  private final BlockProducts blocks;
  private final boolean smallKernel = SmallKernel.isGood();

  /** Products shared by a crew; OpenBLAS has been told to use one thread. */
  SplitProducts(Crew crew) {
    this.crew = crew;
    blocks = new BlockProducts(crew);
  }

  /** {@code c[M, N] = alpha * a[M, K] b[K, N] + beta * c}; the sizes fit. */
  void gemm(
      float alpha, MatrixView a, Layout ofA, MatrixView b, Layout ofB, float beta, MatrixView c) {
    long products = (long) c.rows() * c.cols() * a.cols(ofA);
    int parts = parts(products, FEWEST_IN_GEMM);
    if (smallKernel && products > MOST_IN_SMALL_KERNEL && BlockProducts.suit(a, ofA, b, ofB)) {
      blocks.gemm(alpha, a, b, beta, c, parts);
      return;
    }
    Grid grid = Grid.forOne(c.rows(), c.cols(), parts);
    if (grid.parts() == 1) {
      Cblas.gemm(alpha, a, ofA, b, ofB, beta, c);
      return;
    }
    crew.run(grid.parts(), part -> multiply(alpha, a, ofA, b, ofB, beta, c, grid.block(part)));
  }

  /** {@code y[M] = alpha * a[M, N] x[N] + beta * y}; the sizes fit. */
  void gemv(float alpha, MatrixView a, VectorView x, float beta, VectorView y) {
    int parts = parts((long) a.rows() * a.cols(), FEWEST_IN_GEMV);
    if (parts == 1) {
      Cblas.gemv(alpha, a, Layout.PLAIN, x, beta, y);
      return;
    }
    Grid grid = new Grid(a.rows(), 1, parts, 1);
    crew.run(
        parts,
        part -> {
          Block some = grid.block(part);
          VectorView ofY = new VectorView(y.tensor(), y.offset() + some.row(), some.rows());
          Cblas.gemv(alpha, Views.rows(a, some.row(), some.rows()), Layout.PLAIN, x, beta, ofY);
        });
  }

  /** A layer {@code x[T, I] w[O, I]ᵀ}; the sizes fit. */
  void layer(MatrixView x, MatrixView w, LayerEnd end) {
    MatrixView out = end.out();
    float beta = end.isAdded() ? 1 : 0;
    boolean few = x.rows() <= MOST_ROWS_OF_FEW;
    long products = (long) x.rows() * w.rows() * w.cols();
    Grid grid =
        few
            ? new Grid(out.rows(), out.cols(), 1, parts(products, FEWEST_IN_GEMV))
            : Grid.forLayers(out.rows(), out.cols(), parts(products, FEWEST_IN_GEMM));
    crew.run(
        grid.parts(),
        number -> {
          Block block = grid.block(number);
          if (few) {
            rowByRow(x, w, beta, out, block);
          } else {
            // [T, I] x [I, O] -> [T, O]
            multiply(1, x, Layout.PLAIN, w, Layout.TRANSPOSED, beta, out, block);
          }
          end.finishInPlace(block);
        });
  }

  /**
   * A product with few rows: for these, arranging the weights as gemm wants them takes longer than
   * computing. So many weights as fit a core's cache are multiplied by one row after the other.
   */
  private static void rowByRow(
      MatrixView x, MatrixView w, float beta, MatrixView out, Block block) {
    int step = Math.max(1, CACHED_WEIGHTS / Math.max(1, w.cols()));
    for (int done = 0; done < block.cols(); done += step) {
      int from = block.col() + done;
      int count = Math.min(step, block.cols() - done);
      MatrixView weights = Views.rows(w, from, count);
      for (int i = 0; i < x.rows(); i++) {
        VectorView row = Views.row(x, i, 0, x.cols());
        Cblas.gemv(
            1, weights, Layout.PLAIN, row, beta, Views.row(out, i, from, count)); // [O, I] x [I]
      }
    }
  }

  private int parts(long products, long fewest) {
    return (int) Math.max(1, Math.min(crew.size(), products / fewest));
  }

  private static void multiply(
      float alpha,
      MatrixView a,
      Layout ofA,
      MatrixView b,
      Layout ofB,
      float beta,
      MatrixView c,
      Block block) {
    MatrixView left =
        ofA == Layout.PLAIN
            ? Views.rows(a, block.row(), block.rows())
            : Views.columns(a, block.row(), block.rows());
    MatrixView right =
        ofB == Layout.PLAIN
            ? Views.columns(b, block.col(), block.cols())
            : Views.rows(b, block.col(), block.cols());
    Cblas.gemm(alpha, left, ofA, right, ofB, beta, Views.part(c, block));
  }

  @Override
  public void close() {
    blocks.close();
  }
}
