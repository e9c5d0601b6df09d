package org.inferscope.compute.opencl;

import org.inferscope.compute.MatrixView;
import org.inferscope.compute.MatrixView.Layout;

/** Products of matrices in tiles, and of a matrix and a row or column in kernels of their own. */
final class Products {
  /** Work-groups that keep any device busy; with more, each does several rows. */
  private static final int GROUPS = 1 << 15;

  private final ClQueue queue;
  private final ClProgram program;
  private final Limits limits;
  private TileChoice choice;

  Products(ClQueue queue, ClProgram program, Limits limits, TileChoice choice) {
    this.queue = queue;
    this.program = program;
    this.limits = limits;
    this.choice = choice;
  }

  void use(TileChoice better) {
    choice = better;
  }

  /**
   * Many products of the same sizes: {@code c = alpha * a b + beta * c}.
   *
   * @param count how many; each begins the numbers given after the one before
   */
  record Batch(int count, long stepA, long stepB, long stepC) {
    static final Batch ONE = new Batch(1, 0, 0, 0);
  }

  /** Sizes must fit. */
  void gemm(
      float alpha,
      MatrixView a,
      Layout ofA,
      MatrixView b,
      Layout ofB,
      float beta,
      MatrixView c,
      Batch batch) {
    if (c.isEmpty() || batch.count() == 0) {
      return;
    }
    boolean turnedA = ofA == Layout.TRANSPOSED;
    boolean turnedB = ofB == Layout.TRANSPOSED;
    if (c.rows() == 1) {
      // One row: c = bᵀ a, the row of a being a column where a is turned.
      vector(
          alpha,
          b,
          !turnedB,
          a,
          turnedA ? a.stride() : 1,
          beta,
          c,
          1,
          c.cols(),
          a.cols(ofA),
          new Batch(batch.count(), batch.stepB(), batch.stepA(), batch.stepC()));
    } else if (c.cols() == 1) {
      vector(
          alpha,
          a,
          turnedA,
          b,
          turnedB ? 1 : b.stride(),
          beta,
          c,
          c.stride(),
          c.rows(),
          a.cols(ofA),
          batch);
    } else {
      tiles(choice.of(c.rows(), c.cols()), alpha, a, turnedA, b, turnedB, beta, c, batch);
    }
  }

  void tiles(
      TileShape shape,
      float alpha,
      MatrixView a,
      boolean turnedA,
      MatrixView b,
      boolean turnedB,
      float beta,
      MatrixView c,
      Batch batch) {
    int k = turnedA ? a.rows() : a.cols();
    new ClCall(queue, program.kernel(shape.kernel()))
        .with(c.rows())
        .with(c.cols())
        .with(alpha == 0 ? 0 : k)
        .with(k == 0 ? 0 : alpha)
        .with(a)
        .with(turnedA ? 1 : 0)
        .with(fours(a, batch.stepA()))
        .withLong(batch.stepA())
        .with(b)
        .with(turnedB ? 1 : 0)
        .with(fours(b, batch.stepB()))
        .withLong(batch.stepB())
        .with(beta)
        .with(c)
        .withLong(batch.stepC())
        .run(shape.tiles(c.rows(), c.cols()), batch.count(), shape.items(), 1);
  }

  /** y [m] = alpha * a x [n] + beta * y, where x and y may be parts of matrices. */
  void vector(
      float alpha,
      MatrixView a,
      boolean turned,
      MatrixView x,
      int stepX,
      float beta,
      MatrixView y,
      int stepY,
      int m,
      int n,
      Batch batch) {
    int across = limits.across();
    int groups = Math.min(GROUPS, turned ? (m - 1) / across + 1 : m);
    new ClCall(queue, program.kernel(turned ? "gemv_columns" : "gemv_rows"))
        .with(m)
        .with(alpha == 0 ? 0 : n)
        .with(n == 0 ? 0 : alpha)
        .with(a)
        .with(fours(a, batch.stepA()))
        .withLong(batch.stepA())
        .withBuffer(ClTensor.buffer(queue, x.tensor()))
        .withLong(x.offset())
        .with(stepX)
        .withLong(batch.stepB())
        .with(beta)
        .withBuffer(ClTensor.buffer(queue, y.tensor()))
        .withLong(y.offset())
        .with(stepY)
        .withLong(batch.stepC())
        .run(groups, batch.count(), limits.group(), 1);
  }

  private int fours(MatrixView view, long step) {
    boolean aligned = view.offset() % 4 == 0 && view.stride() % 4 == 0 && step % 4 == 0;
    return aligned && limits.fours() ? 1 : 0;
  }
}
