package org.inferscope.compute.exec;

import java.nio.FloatBuffer;
import org.inferscope.compute.Backend;
import org.inferscope.compute.Device;
import org.inferscope.compute.DeviceTensor;
import org.inferscope.compute.MatrixView;
import org.inferscope.compute.MatrixView.Layout;
import org.inferscope.compute.Pointwise;
import org.inferscope.compute.VectorView;

/** A backend that lets another one compute; products can be made wrong. */
class Delegating implements Backend {
  private final Backend inner;

  /** What products are multiplied by in secret. */
  float factor = 1;

  Delegating(Backend inner) {
    this.inner = inner;
  }

  @Override
  public Device device() {
    return inner.device();
  }

  @Override
  public DeviceTensor allocate(long size) {
    return inner.allocate(size);
  }

  @Override
  public DeviceTensor upload(FloatBuffer source) {
    return inner.upload(source);
  }

  @Override
  public void download(DeviceTensor source, long offset, float[] target) {
    inner.download(source, offset, target);
  }

  @Override
  public void write(float[] source, DeviceTensor target, long offset) {
    inner.write(source, target, offset);
  }

  @Override
  public void add(MatrixView a, MatrixView b, MatrixView out) {
    inner.add(a, b, out);
  }

  @Override
  public void gemm(
      float alpha, MatrixView a, Layout ofA, MatrixView b, Layout ofB, float beta, MatrixView c) {
    inner.gemm(alpha * factor, a, ofA, b, ofB, beta, c);
  }

  @Override
  public void gemv(float alpha, MatrixView a, Layout ofA, VectorView x, float beta, VectorView y) {
    inner.gemv(alpha * factor, a, ofA, x, beta, y);
  }

  @Override
  public void addBias(MatrixView x, VectorView bias) {
    inner.addBias(x, bias);
  }

  @Override
  public void activate(Pointwise f, MatrixView x, VectorView bias, MatrixView out) {
    inner.activate(f, x, bias, out);
  }

  @Override
  public void relu(MatrixView x, MatrixView out) {
    inner.relu(x, out);
  }

  @Override
  public void gelu(MatrixView x, MatrixView out) {
    inner.gelu(x, out);
  }

  @Override
  public void layerNorm(
      MatrixView x, VectorView gain, VectorView bias, float epsilon, MatrixView out) {
    inner.layerNorm(x, gain, bias, epsilon, out);
  }

  @Override
  public void causalSoftmax(MatrixView x, int past, MatrixView out) {
    inner.causalSoftmax(x, past, out);
  }

  @Override
  public void gather(MatrixView table, int[] rows, MatrixView out) {
    inner.gather(table, rows, out);
  }

  @Override
  public void close() {
    inner.close();
  }
}
