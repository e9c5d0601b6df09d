package org.inferscope.compute.reference;

import java.nio.FloatBuffer;
import org.inferscope.compute.Backend;
import org.inferscope.compute.Cpu;
import org.inferscope.compute.Device;
import org.inferscope.compute.DeviceKind;
import org.inferscope.compute.DeviceTensor;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.MatrixView;
import org.inferscope.compute.MatrixView.Layout;
import org.inferscope.compute.Pointwise;
import org.inferscope.compute.Sizes;
import org.inferscope.compute.VectorView;
import org.inferscope.tensor.Args;
import org.inferscope.text.Texts;

/** The operations as plain loops. */
public final class ReferenceBackend implements Backend {
  /** The id of the device this backend computes on. */
  public static final String ID = "reference";

  private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

  private final Device device =
      new Device(ID, Cpu.name(), DeviceKind.CPU, Texts.get("compute.backend.reference"));
  private final Accumulation accumulation;

  /** How products are summed up. */
  public enum Accumulation {
    /** In float32, as the other backends do. */
    FLOAT32,
    /** In float64, rounded once at the end: what the others are measured against. */
    FLOAT64
  }

  /** A backend that sums up in float32. */
  public ReferenceBackend() {
    this(Accumulation.FLOAT32);
  }

  /** A backend that sums up the products of gemm and gemv in the given precision. */
  public ReferenceBackend(Accumulation accumulation) {
    this.accumulation = accumulation;
  }

  @Override
  public Device device() {
    return device;
  }

  @Override
  public DeviceTensor allocate(long size) {
    Args.require(size >= 0, "size", size, "0 or more");
    if (size > LONGEST_ARRAY) {
      throw new InferscopeException(Texts.get("compute.reference.tooLong"));
    }
    return new ArrayTensor(new float[(int) size]);
  }

  @Override
  public DeviceTensor upload(FloatBuffer source) {
    float[] numbers = new float[source.remaining()];
    source.get(source.position(), numbers);
    return new ArrayTensor(numbers);
  }

  @Override
  public void download(DeviceTensor source, long offset, float[] target) {
    VectorView part = new VectorView(source, offset, target.length);
    System.arraycopy(ArrayTensor.of(source), (int) part.offset(), target, 0, target.length);
  }

  @Override
  public void write(float[] source, DeviceTensor target, long offset) {
    VectorView part = new VectorView(target, offset, source.length);
    System.arraycopy(source, 0, ArrayTensor.of(target), (int) part.offset(), source.length);
  }

  @Override
  public void add(MatrixView a, MatrixView b, MatrixView out) {
    Sizes.same(a, out);
    Sizes.same(b, out);
    Rows.add(Strided.of(a), Strided.of(b), Strided.of(out));
  }

  @Override
  public void gemm(
      float alpha, MatrixView a, Layout ofA, MatrixView b, Layout ofB, float beta, MatrixView c) {
    Sizes.gemm(a, ofA, b, ofB, c);
    Strided left = Strided.of(a, ofA);
    Strided right = Strided.of(b, ofB);
    Strided result = Strided.of(c);
    if (accumulation == Accumulation.FLOAT64) {
      Products.inFloat64(alpha, left, right, beta, result);
    } else {
      Products.inFloat32(alpha, left, right, beta, result);
    }
  }

  @Override
  public void gemv(float alpha, MatrixView a, Layout ofA, VectorView x, float beta, VectorView y) {
    Sizes.gemv(a, ofA, x, y);
    gemm(alpha, a, ofA, column(x), Layout.PLAIN, beta, column(y));
  }

  @Override
  public void addBias(MatrixView x, VectorView bias) {
    Sizes.row(bias, "bias", x);
    Rows.addBias(Strided.of(x), Strided.of(bias));
  }

  @Override
  public void activate(Pointwise f, MatrixView x, VectorView bias, MatrixView out) {
    Sizes.same(x, out);
    Sizes.row(bias, "bias", x);
    Rows.activate(f, Strided.of(x), Strided.of(bias), Strided.of(out));
  }

  @Override
  public void relu(MatrixView x, MatrixView out) {
    Sizes.same(x, out);
    Rows.map(Strided.of(x), Strided.of(out), v -> Math.max(v, 0f));
  }

  @Override
  public void gelu(MatrixView x, MatrixView out) {
    Sizes.same(x, out);
    Rows.map(Strided.of(x), Strided.of(out), Rows::gelu);
  }

  @Override
  public void layerNorm(
      MatrixView x, VectorView gain, VectorView bias, float epsilon, MatrixView out) {
    Sizes.same(x, out);
    Sizes.row(gain, "gain", x);
    Sizes.row(bias, "bias", x);
    Rows.layerNorm(Strided.of(x), Strided.of(gain), Strided.of(bias), epsilon, Strided.of(out));
  }

  @Override
  public void causalSoftmax(MatrixView x, int past, MatrixView out) {
    Sizes.same(x, out);
    Args.notNegative(past, "past");
    Rows.causalSoftmax(Strided.of(x), past, Strided.of(out));
  }

  @Override
  public void gather(MatrixView table, int[] rows, MatrixView out) {
    Sizes.gather(table, rows, out);
    Rows.gather(Strided.of(table), rows, Strided.of(out));
  }

  /** Nothing to free: the garbage collector has the arrays. */
  @Override
  public void close() {}

  private static MatrixView column(VectorView v) {
    return new MatrixView(v.tensor(), v.offset(), v.size(), 1, 1);
  }
}
