package org.inferscope.compute.openblas;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemv;

import java.nio.FloatBuffer;
import org.inferscope.compute.Backend;
import org.inferscope.compute.Device;
import org.inferscope.compute.DeviceTensor;
import org.inferscope.compute.MatrixView;
import org.inferscope.compute.MatrixView.Layout;
import org.inferscope.compute.Pointwise;
import org.inferscope.compute.VectorView;
import org.inferscope.tensor.Args;
import org.inferscope.tensor.Matrix;

/** Products through cblas, the rest in plain Java on one row at a time. */
final class OpenBlasBackend implements Backend {
  private final Device device;
  private final SmallProducts small = new SmallProducts();

  OpenBlasBackend(Device device) {
    this.device = device;
  }

  @Override
  public Device device() {
    return device;
  }

  @Override
  public DeviceTensor allocate(long size) {
    Args.require(size >= 0, "size", size, "0 or more");
    return new NativeTensor(size).clear();
  }

  @Override
  public DeviceTensor upload(FloatBuffer source) {
    NativeTensor tensor = new NativeTensor(source.remaining());
    tensor.write(source);
    return tensor;
  }

  @Override
  public void download(DeviceTensor source, long offset, float[] target) {
    VectorView part = new VectorView(source, offset, target.length);
    NativeTensor.of(source).read(part.offset(), target, target.length);
  }

  @Override
  public void gemm(
      float alpha, MatrixView a, Layout ofA, MatrixView b, Layout ofB, float beta, MatrixView c) {
    Args.sameLength(a.rows(ofA), "rows of a", c.rows(), "rows of c");
    Args.sameLength(a.cols(ofA), "columns of a", b.rows(ofB), "rows of b");
    Args.sameLength(b.cols(ofB), "columns of b", c.cols(), "columns of c");
    if (alpha == 0 || a.isEmpty() || b.isEmpty()) {
      // For some small sizes OpenBLAS reads the factors even if alpha is 0; and cblas does not
      // allow
      // the stride of 0 that a dense matrix without columns has.
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

  @Override
  public void gemv(float alpha, MatrixView a, Layout ofA, VectorView x, float beta, VectorView y) {
    Args.sameLength(a.rows(ofA), "rows of a", y.size(), "y");
    Args.sameLength(a.cols(ofA), "columns of a", x.size(), "x");
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

  @Override
  public void addBias(MatrixView x, VectorView bias) {
    Args.sameLength(bias.size(), "bias", x.cols(), "columns of x");
    float[] added = numbers(bias);
    Rows.map(x, x, (i, row) -> RowKernels.add(row, added));
  }

  @Override
  public void activate(Pointwise f, MatrixView x, VectorView bias, MatrixView out) {
    Args.sameLength(bias.size(), "bias", x.cols(), "columns of x");
    float[] added = numbers(bias);
    Rows.map(
        x,
        out,
        (i, row) -> {
          RowKernels.add(row, added);
          RowKernels.apply(f, row);
        });
  }

  @Override
  public void relu(MatrixView x, MatrixView out) {
    Rows.map(x, out, (i, row) -> RowKernels.relu(row));
  }

  @Override
  public void gelu(MatrixView x, MatrixView out) {
    Rows.map(x, out, (i, row) -> RowKernels.gelu(row));
  }

  @Override
  public void layerNorm(
      MatrixView x, VectorView gain, VectorView bias, float epsilon, MatrixView out) {
    Args.sameLength(gain.size(), "gain", x.cols(), "columns of x");
    Args.sameLength(bias.size(), "bias", x.cols(), "columns of x");
    float[] scales = numbers(gain);
    float[] added = numbers(bias);
    Rows.map(x, out, (i, row) -> RowKernels.layerNorm(row, scales, added, epsilon));
  }

  @Override
  public void causalSoftmax(MatrixView x, int past, MatrixView out) {
    Args.notNegative(past, "past");
    Rows.map(
        x, out, (i, row) -> RowKernels.softmax(row, (int) Math.min(row.length, past + i + 1L)));
  }

  @Override
  public void gather(MatrixView table, int[] rows, MatrixView out) {
    Args.sameLength(rows.length, "rows", out.rows(), "rows of out");
    Args.sameLength(table.cols(), "columns of table", out.cols(), "columns of out");
    for (int row : rows) {
      Args.index(row, table.rows(), "rows[i]");
    }
    Rows.gather(table, rows, out);
  }

  @Override
  public Matrix multiply(Matrix a, Matrix b) {
    return SmallProducts.fits(a, b) ? small.multiply(a, b) : Backend.super.multiply(a, b);
  }

  /** Frees what this backend keeps; OpenBLAS itself stays loaded as long as the process lives. */
  @Override
  public void close() {
    small.close();
  }

  private static float[] numbers(VectorView view) {
    float[] numbers = new float[view.size()];
    NativeTensor.of(view.tensor()).read(view.offset(), numbers, numbers.length);
    return numbers;
  }

  private static int cblas(Layout layout) {
    return layout == Layout.TRANSPOSED ? CblasTrans : CblasNoTrans;
  }
}
