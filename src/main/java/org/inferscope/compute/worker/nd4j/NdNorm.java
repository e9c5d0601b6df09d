package org.inferscope.compute.worker.nd4j;

import org.inferscope.compute.MatrixView;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.Pow;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarAdd;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.MulOp;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.SubOp;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Rows with a mean of 0 and a variance of 1. Means are products with a vector of ones: quicker than
 * ND4J's own, which want a new array each time.
 */
final class NdNorm implements AutoCloseable {
  private final NdScratch means = new NdScratch();
  private @Nullable NdTensor ones;

  /**
   * {@code target = (x - mean) / sqrt(variance + epsilon)}, row by row.
   *
   * @param x [T, D]
   * @param target [T, D] without gaps; may be x
   * @param squares [T, D] without gaps, overwritten
   */
  void normalize(MatrixView x, MatrixView target, MatrixView squares, float epsilon) {
    INDArray centred = NdViews.matrix(target);
    INDArray column = means(x);
    Nd4j.exec(new SubOp(NdViews.matrix(x), column, centred));
    // Far from 0 the mean is rounded coarsely: what is left of it is taken off as well.
    column = means(target);
    Nd4j.exec(new SubOp(centred, column, centred));
    INDArray numbers = NdViews.flat(target);
    Nd4j.exec(new MulOp(numbers, numbers, NdViews.flat(squares)));
    column = means(squares);
    Nd4j.exec(new ScalarAdd(column, null, column, epsilon));
    Nd4j.exec(new Pow(column, column, -0.5));
    Nd4j.exec(new MulOp(centred, column, centred));
  }

  /** The means of x's rows [T, 1]. */
  private INDArray means(MatrixView x) {
    NdTensor memory = means.atLeast(x.rows());
    // [T, D] x [D] -> [T]
    NdProducts.multiply(
        1f / x.cols(),
        NdViews.matrix(x),
        ones(x.cols()),
        0,
        memory.view(NdShape.vector(0, x.rows(), 1)));
    return memory.view(NdShape.matrix(0, x.rows(), 1, 1, 1));
  }

  private INDArray ones(int count) {
    if (ones == null || ones.size() < count) {
      close(ones);
      ones = new NdTensor(count, Nd4j.ones(DataType.FLOAT, count), () -> {});
    }
    return ones.view(NdShape.vector(0, count, 1));
  }

  private static void close(@Nullable NdTensor tensor) {
    if (tensor != null) {
      tensor.close();
    }
  }

  @Override
  public void close() {
    means.close();
    close(ones);
    ones = null;
  }
}
