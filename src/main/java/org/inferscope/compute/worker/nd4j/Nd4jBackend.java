package org.inferscope.compute.worker.nd4j;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.inferscope.compute.Backend;
import org.inferscope.compute.Device;
import org.inferscope.compute.DeviceTensor;
import org.inferscope.compute.DeviceUsage;
import org.inferscope.compute.MatrixView;
import org.inferscope.compute.MatrixView.Layout;
import org.inferscope.compute.Pointwise;
import org.inferscope.compute.Sizes;
import org.inferscope.compute.VectorView;
import org.inferscope.tensor.Args;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The operations on whichever backend of ND4J the class path has: a card's or the processor's. ND4J
 * ties a thread to a card, so it must be one thread that does everything, and the same always.
 */
public final class Nd4jBackend implements Backend {
  private final Device device;
  private final long limit;
  private final AtomicLong held = new AtomicLong();
  private final Set<NdTensor> open = Collections.newSetFromMap(new IdentityHashMap<>());
  private final NdCopies copies = new NdCopies();
  private final NdRows rows = new NdRows();
  private final NdSoftmax softmax = new NdSoftmax(copies);
  private final NdAttention attention = new NdAttention(softmax, copies);

  /**
   * A backend of an ND4J that is loaded.
   *
   * @param device what ND4J says it computes on
   */
  Nd4jBackend(Device device) {
    this.device = device;
    limit = device.memory() > 0 ? device.memory() : hostMemory();
  }

  private static long hostMemory() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        ? system.getTotalMemorySize()
        : Long.MAX_VALUE;
  }

  @Override
  public Device device() {
    return device;
  }

  @Override
  public DeviceUsage usage() {
    return new DeviceUsage(held.get(), "", 0, 1);
  }

  @Override
  public DeviceTensor allocate(long size) {
    Args.require(size >= 0, "size", size, "0 or more");
    NdTensor tensor = reserve(size);
    if (size > 0) {
      tensor.view(NdShape.vector(0, size, 1)).assign(0);
    }
    return tensor;
  }

  @Override
  public DeviceTensor upload(FloatBuffer source) {
    NdTensor tensor = reserve(source.remaining());
    copies.write(source, tensor, 0);
    return tensor;
  }

  private NdTensor reserve(long size) {
    long bytes = Math.max(1, size) * Float.BYTES;
    if (bytes > limit - held.get()) {
      // The system promises memory freely, and ends the process when that is written to.
      throw new OutOfMemoryError(bytes + " bytes on " + device.name());
    }
    INDArray memory = create(Math.max(1, size), bytes);
    NdTensor[] self = new NdTensor[1];
    self[0] =
        new NdTensor(
            size,
            memory,
            () -> {
              open.remove(self[0]);
              held.addAndGet(-bytes);
            });
    open.add(self[0]);
    held.addAndGet(bytes);
    return self[0];
  }

  private static INDArray create(long size, long bytes) {
    try {
      return Nd4j.createUninitialized(DataType.FLOAT, size);
    } catch (RuntimeException e) {
      // ND4J has no type of its own for this.
      if (String.valueOf(e.getMessage()).contains("lloc")) {
        OutOfMemoryError full = new OutOfMemoryError(bytes + " bytes: " + e.getMessage());
        full.initCause(e);
        throw full;
      }
      throw e;
    }
  }

  @Override
  public void write(float[] source, DeviceTensor target, long offset) {
    VectorView part = new VectorView(target, offset, source.length);
    copies.write(FloatBuffer.wrap(source), NdTensor.of(target).open(), part.offset());
  }

  @Override
  public void download(DeviceTensor source, long offset, float[] target) {
    VectorView part = new VectorView(source, offset, target.length);
    copies.read(NdTensor.of(source).open(), part.offset(), target);
  }

  @Override
  public void gemm(
      float alpha, MatrixView a, Layout ofA, MatrixView b, Layout ofB, float beta, MatrixView c) {
    Sizes.gemm(a, ofA, b, ofB, c);
    NdProducts.gemm(alpha, a, ofA, b, ofB, beta, c);
  }

  @Override
  public void gemv(float alpha, MatrixView a, Layout ofA, VectorView x, float beta, VectorView y) {
    Sizes.gemv(a, ofA, x, y);
    NdProducts.gemv(alpha, a, ofA, x, beta, y);
  }

  @Override
  public void addBias(MatrixView x, VectorView bias) {
    Sizes.row(bias, "bias", x);
    rows.addBias(x, bias, x);
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
    attention.run(heads, q, k, v, out, pattern);
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
    rows.map(Pointwise.RELU, x, out);
  }

  @Override
  public void gelu(MatrixView x, MatrixView out) {
    Sizes.same(x, out);
    rows.map(Pointwise.GELU, x, out);
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
    softmax.run(x, past, out);
  }

  @Override
  public void gather(MatrixView table, int[] rows, MatrixView out) {
    Sizes.gather(table, rows, out);
    this.rows.gather(table, rows, out);
  }

  @Override
  public void synchronize() {
    Nd4j.getExecutioner().commit();
  }

  /** Frees what this backend keeps; ND4J itself stays loaded as long as the process lives. */
  @Override
  public void close() {
    synchronize();
    new ArrayList<>(open).forEach(NdTensor::close);
    attention.close();
    softmax.close();
    rows.close();
  }
}
