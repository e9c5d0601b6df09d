package org.inferscope.compute.worker.nd4j;

import org.inferscope.compute.MatrixView;
import org.inferscope.compute.MatrixView.Layout;
import org.inferscope.compute.VectorView;
import org.nd4j.linalg.api.blas.params.MMulTranspose;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.reduce.Mmul;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMultiplication;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Products in the forms that ND4J is quick at: by the operation itself and into a result that is
 * there. Results are handed over as columns, {@code cT = bT aT}, since ND4J computes one in rows
 * elsewhere and copies it; and one row, or one column, is a matrix times a vector only where it is
 * handed over as a vector.
 */
final class NdProducts {
  private NdProducts() {}

  /** See {@link org.inferscope.compute.Backend#gemm}; the sizes fit. */
  static void gemm(
      float alpha, MatrixView a, Layout ofA, MatrixView b, Layout ofB, float beta, MatrixView c) {
    if (c.isEmpty()) {
      return;
    }
    if (alpha == 0 || a.isEmpty()) {
      scale(beta, NdViews.isDense(c) ? NdViews.flat(c) : NdViews.matrix(c));
    } else if (c.rows() == 1) {
      // [N, K] x [K] -> [N]
      multiply(alpha, NdViews.mirrored(b, ofB), NdViews.line(a), beta, NdViews.line(c));
    } else if (c.cols() == 1) {
      // [M, K] x [K] -> [M]
      multiply(alpha, NdViews.matrix(a, ofA), NdViews.line(b), beta, NdViews.line(c));
    } else {
      // [N, K] x [K, M] -> [N, M]
      multiply(
          alpha,
          NdViews.mirrored(b, ofB),
          NdViews.mirrored(a, ofA),
          beta,
          NdViews.mirrored(c, Layout.PLAIN));
    }
  }

  /** See {@link org.inferscope.compute.Backend#gemv}; the sizes fit. */
  static void gemv(float alpha, MatrixView a, Layout ofA, VectorView x, float beta, VectorView y) {
    if (y.size() == 0) {
      return;
    }
    if (alpha == 0 || x.size() == 0) {
      scale(beta, NdViews.vector(y));
    } else {
      multiply(alpha, NdViews.matrix(a, ofA), NdViews.vector(x), beta, NdViews.vector(y));
    }
  }

  /** {@code z = alpha x y + beta z}. */
  static void multiply(float alpha, INDArray x, INDArray y, float beta, INDArray z) {
    Nd4j.exec(new Mmul(x, y, z, alpha, beta, MMulTranspose.allFalse()));
  }

  /** {@code z = beta z}, where a beta of 0 does not read it. */
  private static void scale(float beta, INDArray z) {
    if (beta == 0) {
      z.assign(0);
    } else if (beta != 1) {
      Nd4j.exec(new ScalarMultiplication(z, null, z, beta));
    }
  }
}
