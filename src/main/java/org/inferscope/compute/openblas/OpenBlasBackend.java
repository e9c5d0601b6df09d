package org.inferscope.compute.openblas;

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
  private final SplitProducts split;
  private final SmallProducts small;

  /** A backend on so many threads of its own; OpenBLAS has been told to use one. */
  OpenBlasBackend(Device device, int threads) {
    this.device = device;
    split = new SplitProducts(threads);
    small = new SmallProducts(split);
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
  public DeviceTensor place(FloatBuffer source) {
    return source.isDirect() ? new NativeTensor(source) : upload(source);
  }

  @Override
  public void write(float[] source, DeviceTensor target, long offset) {
    VectorView part = new VectorView(target, offset, source.length);
    NativeTensor.of(target).write(part.offset(), source, source.length);
  }

  @Override
  public void add(MatrixView a, MatrixView b, MatrixView out) {
    Rows.add(a, b, out);
  }

  @Override
  public void gemm(
      float alpha, MatrixView a, Layout ofA, MatrixView b, Layout ofB, float beta, MatrixView c) {
    Args.sameLength(a.rows(ofA), "rows of a", c.rows(), "rows of c");
    Args.sameLength(a.cols(ofA), "columns of a", b.rows(ofB), "rows of b");
    Args.sameLength(b.cols(ofB), "columns of b", c.cols(), "columns of c");
    split.gemm(alpha, a, ofA, b, ofB, beta, c);
  }

  @Override
  public void gemv(float alpha, MatrixView a, Layout ofA, VectorView x, float beta, VectorView y) {
    Args.sameLength(a.rows(ofA), "rows of a", y.size(), "y");
    Args.sameLength(a.cols(ofA), "columns of a", x.size(), "x");
    if (ofA == Layout.PLAIN) {
      split.gemv(alpha, a, x, beta, y);
    } else {
      Cblas.gemv(alpha, a, ofA, x, beta, y);
    }
  }

  @Override
  public void addBias(MatrixView x, VectorView bias) {
    Args.sameLength(bias.size(), "bias", x.cols(), "columns of x");
    float[] added = Rows.numbers(bias);
    Rows.map(x, x, (i, row) -> RowKernels.add(row, added));
  }

  @Override
  public void activate(Pointwise f, MatrixView x, VectorView bias, MatrixView out) {
    Args.sameLength(bias.size(), "bias", x.cols(), "columns of x");
    Rows.activate(f, x, bias, out);
  }

  @Override
  public void linear(Pointwise f, MatrixView x, MatrixView w, VectorView bias, MatrixView out) {
    Backend.requireLayer(x, w, bias, out);
    split.layer(f, x, w, bias, out);
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
    float[] scales = Rows.numbers(gain);
    float[] added = Rows.numbers(bias);
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
    split.close();
  }
}
