package org.inferscope.compute.openblas;

import java.nio.FloatBuffer;
import java.util.Optional;
import org.inferscope.compute.Backend;
import org.inferscope.compute.CpuKernels;
import org.inferscope.compute.Device;
import org.inferscope.compute.DeviceTensor;
import org.inferscope.compute.LayerWeights;
import org.inferscope.compute.MatrixView;
import org.inferscope.compute.MatrixView.Layout;
import org.inferscope.compute.Pointwise;
import org.inferscope.compute.RowMath;
import org.inferscope.compute.Sizes;
import org.inferscope.compute.VectorView;
import org.inferscope.compute.exec.Crew;
import org.inferscope.tensor.Args;
import org.inferscope.tensor.DType;
import org.inferscope.tensor.Matrix;
import org.jspecify.annotations.Nullable;

/** Products through cblas or panels, the rest in Java on one row at a time. */
final class OpenBlasBackend implements Backend {
  private final Device device;
  private final RowMath math;
  private final Crew crew;
  private final RowWork rows;
  private final SplitProducts split;
  private final SmallProducts small;
  private final Layers layers;
  private final Attention attention;

  /** There where weights in fewer bits are quick. */
  private final Optional<WeightPacking> packing;

  /** A backend on so many threads of its own; OpenBLAS has been told to use one. */
  OpenBlasBackend(Device device, int threads, CpuKernels kernels) {
    this.device = device;
    math = kernels.rows();
    crew = new Crew("inferscope-openblas", threads);
    rows = new RowWork(crew, math);
    split = new SplitProducts(crew);
    small = new SmallProducts(split);
    layers = new Layers(crew, kernels, split);
    attention = new Attention(crew, kernels);
    packing = kernels.panels().map(panels -> new WeightPacking(crew, panels));
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
    rows.add(a, b, out);
  }

  @Override
  public void gemm(
      float alpha, MatrixView a, Layout ofA, MatrixView b, Layout ofB, float beta, MatrixView c) {
    Sizes.gemm(a, ofA, b, ofB, c);
    split.gemm(alpha, a, ofA, b, ofB, beta, c);
  }

  @Override
  public void gemv(float alpha, MatrixView a, Layout ofA, VectorView x, float beta, VectorView y) {
    Sizes.gemv(a, ofA, x, y);
    if (ofA == Layout.PLAIN) {
      split.gemv(alpha, a, x, beta, y);
    } else {
      Cblas.gemv(alpha, a, ofA, x, beta, y);
    }
  }

  @Override
  public void addBias(MatrixView x, VectorView bias) {
    activate(Pointwise.IDENTITY, x, bias, x);
  }

  @Override
  public void activate(Pointwise f, MatrixView x, VectorView bias, MatrixView out) {
    Sizes.row(bias, "bias", x);
    rows.activate(f, x, bias, out);
  }

  @Override
  public void linear(Pointwise f, MatrixView x, MatrixView w, VectorView bias, MatrixView out) {
    Backend.requireLayer(x, w, bias, out);
    split.layer(x, w, LayerEnd.project(math, f, bias, out));
  }

  @Override
  public LayerWeights weights(MatrixView w, Layout ofW, DType format) {
    if (format == DType.FP32) {
      return new Fp32Weights(w, ofW);
    }
    if (packing.isEmpty()) {
      return Backend.super.weights(w, ofW, format);
    }
    return packing.get().pack(w, ofW, format);
  }

  @Override
  public void project(Pointwise f, MatrixView x, LayerWeights w, VectorView bias, MatrixView out) {
    Sizes.layer(x, w, bias, out, "out");
    if (Layers.made(w)) {
      layers.layer(x, w, LayerEnd.project(math, f, bias, out));
    } else {
      Backend.super.project(f, x, w, bias, out);
    }
  }

  @Override
  public void accumulate(MatrixView x, LayerWeights w, VectorView bias, MatrixView sum) {
    Sizes.layer(x, w, bias, sum, "out");
    if (Layers.made(w)) {
      layers.layer(x, w, LayerEnd.accumulate(math, bias, sum));
    } else {
      Backend.super.accumulate(x, w, bias, sum);
    }
  }

  @Override
  public void product(MatrixView x, LayerWeights w, MatrixView out) {
    Sizes.product(x, w, out, "out");
    if (Layers.made(w)) {
      layers.layer(x, w, LayerEnd.product(math, out));
    } else {
      Backend.super.product(x, w, out);
    }
  }

  @Override
  public void attention(
      int heads,
      MatrixView q,
      MatrixView k,
      MatrixView v,
      MatrixView out,
      float @Nullable [][] pattern) {
    Backend.requireAttention(heads, q, k, v, out);
    attention.run(heads, q, k, v, out, pattern);
  }

  @Override
  public void relu(MatrixView x, MatrixView out) {
    rows.apply(Pointwise.RELU, x, out);
  }

  @Override
  public void gelu(MatrixView x, MatrixView out) {
    rows.apply(Pointwise.GELU, x, out);
  }

  @Override
  public void layerNorm(
      MatrixView x, VectorView gain, VectorView bias, float epsilon, MatrixView out) {
    Sizes.row(gain, "gain", x);
    Sizes.row(bias, "bias", x);
    rows.layerNorm(x, gain, bias, epsilon, out);
  }

  @Override
  public void causalSoftmax(MatrixView x, int past, MatrixView out) {
    Args.notNegative(past, "past");
    rows.causalSoftmax(x, past, out);
  }

  @Override
  public void gather(MatrixView table, int[] rows, MatrixView out) {
    Sizes.gather(table, rows, out);
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
    crew.close();
  }
}
