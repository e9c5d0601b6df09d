package org.inferscope.compute.openblas;

import org.inferscope.compute.CausalRows;
import org.inferscope.compute.CpuKernels;
import org.inferscope.compute.MatrixView;
import org.inferscope.compute.exec.Crew;
import org.jspecify.annotations.Nullable;

/**
 * Causal attention, its heads and blocks of rows shared by the crew: the scores of a block never
 * leave the cache, and keys that nobody in the block sees are left out.
 */
final class Attention {
  /** With fewer multiply-adds a part than this, waking a thread costs too much. */
  private static final long FEWEST = 1 << 17;

  /** With fewer rows, arranging keys for panels costs more than it gains. */
  private static final int FEWEST_FOR_PANELS = 8;

  private final Crew crew;
  private final CpuKernels kernels;
  private final Scratch.Pool pool = new Scratch.Pool();

  Attention(Crew crew, CpuKernels kernels) {
    this.crew = crew;
    this.kernels = kernels;
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
    int ranges = ranges(heads, q.rows());
    long products = 2L * q.rows() * k.rows() * q.cols();
    int parts = (int) Math.max(1, Math.min(products / FEWEST, (long) heads * ranges));
    Grid grid = new Grid(heads * ranges, 1, parts, 1);
    crew.run(
        parts,
        part -> {
          Grid.Block some = grid.block(part);
          Scratch scratch = pool.borrow();
          for (int number = some.row(); number < some.row() + some.rows(); number++) {
            int h = number / ranges;
            HeadViews views = HeadViews.of(h, heads, q, k, v, out);
            int range = ranges - 1 - number % ranges;
            int from = (int) ((long) q.rows() * range / ranges);
            int to = (int) ((long) q.rows() * (range + 1) / ranges);
            head(views, scratch, pattern == null ? null : pattern[h], from, to);
          }
          pool.giveBack(scratch);
        });
  }

  /** One range of rows for each head, more where heads do not go round evenly. */
  private int ranges(int heads, int rows) {
    return heads % crew.size() == 0 ? 1 : Math.min(rows, crew.size());
  }

  private void head(
      HeadViews views, Scratch scratch, float @Nullable [] pattern, int from, int to) {
    if (kernels.panels().isPresent() && views.q().rows() >= FEWEST_FOR_PANELS) {
      new PanelHead(kernels.rows(), kernels.panels().get(), views, scratch, pattern).run(from, to);
    } else {
      new BlasHead(kernels.rows(), views, scratch, pattern).run(from, to);
    }
  }

  /**
   * One head's part of each matrix.
   *
   * @param q [T, D/H]
   * @param k [P + T, D/H]
   * @param v [P + T, D/H]
   * @param out [T, D/H]
   */
  record HeadViews(MatrixView q, MatrixView k, MatrixView v, MatrixView out) {
    private static HeadViews of(
        int h, int heads, MatrixView q, MatrixView k, MatrixView v, MatrixView out) {
      int width = q.cols() / heads;
      return new HeadViews(
          Views.columns(q, h * width, width),
          Views.columns(k, h * width, width),
          Views.columns(v, h * width, width),
          Views.columns(out, h * width, width));
    }

    /** P, how many keys came before the first row. */
    int past() {
      return k.rows() - q.rows();
    }

    /** What scores are multiplied with. */
    float scale() {
      return (float) (1 / Math.sqrt(q.cols()));
    }
  }

  /** Keeps one row of a pattern, if it is wanted. */
  static void keep(float @Nullable [] pattern, int row, int past, float[] scores, int at) {
    if (pattern != null) {
      System.arraycopy(
          scores, at, pattern, CausalRows.start(row, past), CausalRows.length(row, past));
    }
  }
}
