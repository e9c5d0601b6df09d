package org.inferscope.compute.worker.nd4j;

import org.inferscope.compute.MatrixView;
import org.inferscope.compute.Pointwise;
import org.inferscope.compute.VectorView;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastAddOp;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastMulOp;
import org.nd4j.linalg.api.ops.impl.shape.Gather;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.AddOp;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.MulOp;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What goes row by row, some rows at a time. Steps lie in dense memory, the result's own where it
 * has no gaps: ND4J is slow where rows have some. T rows, D columns.
 */
final class NdRows implements AutoCloseable {
  /** As many numbers at a time: few enough for a processor's cache, enough for a card. */
  private static final int BLOCK = 1 << 19;

  private final NdScratch dense = new NdScratch();
  private final NdScratch first = new NdScratch();
  private final NdScratch second = new NdScratch();
  private final NdNorm norm = new NdNorm();

  /** Something to do with the same rows of two matrices. */
  @FunctionalInterface
  private interface Step {
    /**
     * Does it.
     *
     * @param x some rows of the input
     * @param target as many of a dense matrix, which may be the input's
     */
    void run(MatrixView x, MatrixView target);
  }

  private void blocks(MatrixView x, MatrixView out, Step step) {
    if (x.isEmpty()) {
      return;
    }
    int most = Math.max(1, BLOCK / x.cols());
    for (int from = 0; from < x.rows(); from += most) {
      int count = Math.min(most, x.rows() - from);
      MatrixView rows = NdViews.rows(out, from, count);
      boolean gaps = !NdViews.isDense(rows);
      MatrixView target = gaps ? dense.matrix(count, x.cols()) : rows;
      step.run(NdViews.rows(x, from, count), target);
      if (gaps) {
        NdViews.matrix(rows).assign(NdViews.matrix(target));
      }
    }
  }

  /** {@code out = f(x)}. */
  void map(Pointwise f, MatrixView x, MatrixView out) {
    blocks(
        x,
        out,
        (in, target) -> {
          if (!in.equals(target)) {
            NdViews.matrix(target).assign(NdViews.matrix(in));
          }
          apply(f, target);
        });
  }

  /** {@code out = f(x + bias)}. */
  void activate(Pointwise f, MatrixView x, VectorView bias, MatrixView out) {
    blocks(
        x,
        out,
        (in, target) -> {
          addBias(in, bias, target);
          apply(f, target);
        });
  }

  private void apply(Pointwise f, MatrixView target) {
    long size = (long) target.rows() * target.cols();
    NdShape shape = NdShape.vector(0, size, 1);
    NdFunctions.apply(
        f, NdViews.flat(target), first.atLeast(size).view(shape), second.atLeast(size).view(shape));
  }

  /** {@code out = x + bias}; may be the same. */
  void addBias(MatrixView x, VectorView bias, MatrixView out) {
    if (x.rows() == 1 && x.cols() > 0) {
      Nd4j.exec(new AddOp(NdViews.line(x), NdViews.vector(bias), NdViews.line(out)));
    } else if (!x.isEmpty()) {
      INDArray sum = NdViews.matrix(out);
      Nd4j.exec(new BroadcastAddOp(NdViews.matrix(x), NdViews.vector(bias), sum, 1));
    }
  }

  /** {@code out = a + b}. */
  void add(MatrixView a, MatrixView b, MatrixView out) {
    if (out.isEmpty()) {
      return;
    }
    if (NdViews.isDense(a) && NdViews.isDense(b) && NdViews.isDense(out)) {
      Nd4j.exec(new AddOp(NdViews.flat(a), NdViews.flat(b), NdViews.flat(out)));
    } else {
      Nd4j.exec(new AddOp(NdViews.matrix(a), NdViews.matrix(b), NdViews.matrix(out)));
    }
  }

  /** See {@link org.inferscope.compute.Backend#layerNorm}. */
  void layerNorm(MatrixView x, VectorView gain, VectorView bias, float epsilon, MatrixView out) {
    blocks(
        x,
        out,
        (in, target) -> {
          norm.normalize(in, target, first.matrix(in.rows(), in.cols()), epsilon);
          multiply(target, gain);
          addBias(target, bias, target);
        });
  }

  private static void multiply(MatrixView x, VectorView gain) {
    if (x.rows() == 1) {
      INDArray row = NdViews.line(x);
      Nd4j.exec(new MulOp(row, NdViews.vector(gain), row));
    } else {
      INDArray all = NdViews.matrix(x);
      Nd4j.exec(new BroadcastMulOp(all, NdViews.vector(gain), all, 1));
    }
  }

  /** {@code out[i] = table[rows[i]]}. */
  void gather(MatrixView table, int[] rows, MatrixView out) {
    if (out.isEmpty()) {
      return;
    }
    MatrixView target = NdViews.isDense(out) ? out : dense.matrix(out.rows(), out.cols());
    try (INDArray wanted = Nd4j.createFromArray(rows)) {
      Gather gather = new Gather(NdViews.matrix(table), wanted, 0);
      gather.addOutputArgument(NdViews.matrix(target));
      Nd4j.exec(gather);
      Nd4j.getExecutioner().commit();
    }
    if (!target.equals(out)) {
      NdViews.matrix(out).assign(NdViews.matrix(target));
    }
  }

  @Override
  public void close() {
    dense.close();
    first.close();
    second.close();
    norm.close();
  }
}
