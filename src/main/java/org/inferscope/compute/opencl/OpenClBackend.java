package org.inferscope.compute.opencl;

import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.inferscope.compute.Backend;
import org.inferscope.compute.Device;
import org.inferscope.compute.DeviceTensor;
import org.inferscope.compute.DeviceUsage;
import org.inferscope.compute.MatrixView;
import org.inferscope.compute.MatrixView.Layout;
import org.inferscope.compute.Pointwise;
import org.inferscope.compute.Sizes;
import org.inferscope.compute.VectorView;
import org.inferscope.compute.opencl.Products.Batch;
import org.inferscope.tensor.Args;
import org.jspecify.annotations.Nullable;

/** The operations as kernels on one OpenCL device, whose queue works in order. */
public final class OpenClBackend implements Backend {
  private final Device device;
  private final ClQueue queue;
  private final ClProgram program;
  private final Products products;
  private final RowKernels rows;
  private final Attention attention;

  OpenClBackend(
      Device device, ClQueue queue, ClProgram program, Products products, RowKernels rows) {
    this.device = device;
    this.queue = queue;
    this.program = program;
    this.products = products;
    this.rows = rows;
    this.attention = new Attention(this, queue, products, rows);
  }

  @Override
  public Device device() {
    return device;
  }

  @Override
  public DeviceUsage usage() {
    return new DeviceUsage(queue.heldBytes(), "", 0, 1);
  }

  /**
   * How long the device computes for the operations that a piece of work asks for, by its own
   * clock. Waits for them.
   */
  public DeviceTime time(Runnable work) {
    return queue.time(work);
  }

  /** Computes products with the tiles given from now on. */
  void use(TileChoice choice) {
    products.use(choice);
  }

  /** How many buffers are held on the device. */
  int bufferCount() {
    return queue.bufferCount();
  }

  @Override
  public DeviceTensor allocate(long size) {
    Args.require(size >= 0, "size", size, "0 or more");
    ClTensor made = queue.reserve(size);
    return filled(made, () -> queue.clear(made));
  }

  @Override
  public DeviceTensor upload(FloatBuffer source) {
    ClTensor made = queue.reserve(source.remaining());
    long buffer = ClTensor.buffer(queue, made);
    boolean asItLies = source.isDirect() && source.order().equals(ByteOrder.nativeOrder());
    return filled(
        made,
        () -> {
          if (asItLies) {
            queue.writeDirect(source, buffer);
          } else {
            queue.write(source, buffer, 0);
          }
        });
  }

  /** Drivers may notice only now that memory is missing. */
  private static DeviceTensor filled(ClTensor made, Runnable fill) {
    boolean good = false;
    try {
      fill.run();
      good = true;
      return made;
    } finally {
      if (!good) {
        made.close();
      }
    }
  }

  @Override
  public void write(float[] source, DeviceTensor target, long offset) {
    VectorView part = new VectorView(target, offset, source.length);
    queue.write(FloatBuffer.wrap(source), ClTensor.buffer(queue, target), part.offset());
  }

  @Override
  public void download(DeviceTensor source, long offset, float[] target) {
    VectorView part = new VectorView(source, offset, target.length);
    queue.read(ClTensor.buffer(queue, source), part.offset(), target);
  }

  @Override
  public void gemm(
      float alpha, MatrixView a, Layout ofA, MatrixView b, Layout ofB, float beta, MatrixView c) {
    Sizes.gemm(a, ofA, b, ofB, c);
    products.gemm(alpha, a, ofA, b, ofB, beta, c, Batch.ONE);
  }

  @Override
  public void gemv(float alpha, MatrixView a, Layout ofA, VectorView x, float beta, VectorView y) {
    Sizes.gemv(a, ofA, x, y);
    if (y.size() > 0) {
      MatrixView in = row(x);
      MatrixView out = row(y);
      boolean turned = ofA == Layout.TRANSPOSED;
      products.vector(alpha, a, turned, in, 1, beta, out, 1, y.size(), x.size(), Batch.ONE);
    }
  }

  private static MatrixView row(VectorView v) {
    return new MatrixView(v.tensor(), v.offset(), 1, v.size(), v.size());
  }

  @Override
  public void addBias(MatrixView x, VectorView bias) {
    activate(Pointwise.IDENTITY, x, bias, x);
  }

  @Override
  public void activate(Pointwise f, MatrixView x, VectorView bias, MatrixView out) {
    Sizes.same(x, out);
    Sizes.row(bias, "bias", x);
    rows.activate(f, x, bias, out);
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
    if (!out.isEmpty()) {
      attention.run(heads, q, k, v, out, pattern);
    }
  }

  @Override
  public void add(MatrixView a, MatrixView b, MatrixView out) {
    Sizes.same(a, out);
    Sizes.same(b, out);
    rows.add(a, b, out);
  }

  @Override
  public void relu(MatrixView x, MatrixView out) {
    Sizes.same(x, out);
    rows.activate(Pointwise.RELU, x, null, out);
  }

  @Override
  public void gelu(MatrixView x, MatrixView out) {
    Sizes.same(x, out);
    rows.activate(Pointwise.GELU, x, null, out);
  }

  @Override
  public void layerNorm(
      MatrixView x, VectorView gain, VectorView bias, float epsilon, MatrixView out) {
    Sizes.same(x, out);
    Sizes.row(gain, "gain", x);
    Sizes.row(bias, "bias", x);
    rows.layerNorm(x, gain, bias, epsilon, out);
  }

  @Override
  public void causalSoftmax(MatrixView x, int past, MatrixView out) {
    Sizes.same(x, out);
    Args.notNegative(past, "past");
    rows.softmax(x, Math.max(1, x.rows()), past, out);
  }

  @Override
  public void gather(MatrixView table, int[] picked, MatrixView out) {
    Sizes.gather(table, picked, out);
    rows.gather(table, picked, out);
  }

  @Override
  public void synchronize() {
    queue.finish();
  }

  @Override
  public void close() {
    if (queue.isOpen()) {
      program.close();
      queue.close();
    }
  }
}
