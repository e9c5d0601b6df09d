package org.inferscope.compute.openblas;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemv;

import org.inferscope.compute.MatrixView;
import org.inferscope.compute.MatrixView.Layout;
import org.inferscope.compute.VectorView;

/** The two products, on views whose sizes fit. */
final class Cblas {
  private Cblas() {}

  static void gemm(
      float alpha, MatrixView a, Layout ofA, MatrixView b, Layout ofB, float beta, MatrixView c) {
    if (alpha == 0 || a.isEmpty() || b.isEmpty()) {
      // For some small sizes OpenBLAS reads the factors even if alpha is 0; and cblas does not
      // allow the stride of 0 that a dense matrix without columns has.
      Rows.scale(beta, c);
      return;
    }
    cblas_sgemm(
        CblasRowMajor,
        cblas(ofA),
        cblas(ofB),
        c.rows(),
        c.cols(),
        a.cols(ofA),
        alpha,
        NativeTensor.of(a.tensor()).at(a.offset()),
        a.stride(),
        NativeTensor.of(b.tensor()).at(b.offset()),
        b.stride(),
        beta,
        NativeTensor.of(c.tensor()).at(c.offset()),
        c.stride());
  }

  static void gemv(float alpha, MatrixView a, Layout ofA, VectorView x, float beta, VectorView y) {
    if (alpha == 0 || a.isEmpty()) {
      Rows.scale(beta, new MatrixView(y.tensor(), y.offset(), 1, y.size(), y.size()));
      return;
    }
    cblas_sgemv(
        CblasRowMajor,
        cblas(ofA),
        a.rows(),
        a.cols(),
        alpha,
        NativeTensor.of(a.tensor()).at(a.offset()),
        a.stride(),
        NativeTensor.of(x.tensor()).at(x.offset()),
        1,
        beta,
        NativeTensor.of(y.tensor()).at(y.offset()),
        1);
  }

  private static int cblas(Layout layout) {
    return layout == Layout.TRANSPOSED ? CblasTrans : CblasNoTrans;
  }
}
