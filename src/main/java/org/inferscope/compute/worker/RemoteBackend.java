package org.inferscope.compute.worker;

import java.nio.FloatBuffer;
import java.util.Optional;
import java.util.function.Consumer;
import org.inferscope.compute.Backend;
import org.inferscope.compute.CausalRows;
import org.inferscope.compute.Device;
import org.inferscope.compute.DeviceLostException;
import org.inferscope.compute.DeviceTensor;
import org.inferscope.compute.DeviceUsage;
import org.inferscope.compute.Interruptible;
import org.inferscope.compute.LayerWeights;
import org.inferscope.compute.Losable;
import org.inferscope.compute.MatrixView;
import org.inferscope.compute.MatrixView.Layout;
import org.inferscope.compute.Pointwise;
import org.inferscope.compute.Sizes;
import org.inferscope.compute.VectorView;
import org.inferscope.compute.worker.proto.Accumulate;
import org.inferscope.compute.worker.proto.Activate;
import org.inferscope.compute.worker.proto.Add;
import org.inferscope.compute.worker.proto.AddBias;
import org.inferscope.compute.worker.proto.Attention;
import org.inferscope.compute.worker.proto.CausalSoftmax;
import org.inferscope.compute.worker.proto.Elementwise;
import org.inferscope.compute.worker.proto.Gather;
import org.inferscope.compute.worker.proto.Gemm;
import org.inferscope.compute.worker.proto.Gemv;
import org.inferscope.compute.worker.proto.LayerNorm;
import org.inferscope.compute.worker.proto.Linear;
import org.inferscope.compute.worker.proto.MakeWeights;
import org.inferscope.compute.worker.proto.Matrix;
import org.inferscope.compute.worker.proto.Op;
import org.inferscope.compute.worker.proto.Product;
import org.inferscope.compute.worker.proto.Project;
import org.inferscope.compute.worker.proto.Results;
import org.inferscope.compute.worker.proto.Vector;
import org.inferscope.tensor.Args;
import org.inferscope.tensor.DType;
import org.jspecify.annotations.Nullable;

/**
 * A backend in another process. Operations are recorded and sent together: when numbers are read,
 * when it is told to {@link #synchronize}, and when they have become many. So a whole pass through
 * a network is one call. What goes wrong over there is thrown by the operation that sends, which
 * may be a later one.
 */
public final class RemoteBackend implements Backend, Interruptible, Losable {
  /** Numbers that are sent along with the operations; more have a call of their own. */
  private static final int LARGEST_INLINE = 256 << 10;

  /** Numbers that are read in one answer; more are streamed. */
  private static final int LARGEST_ANSWER = 4 << 20;

  /** What each number costs, in floating-point operations, where it is not a product. */
  private static final double ELEMENTWISE = 20;

  private final Device device;
  private final Endpoint endpoint;
  private final Recording recording;
  private final Optional<SharedTransfers> shared;
  private final int largestAnswer;
  private long lastHandle;

  /** A backend of a worker; closed with it. */
  RemoteBackend(Device device, Endpoint endpoint) {
    this(device, endpoint, Optional.empty());
  }

  /**
   * The same with memory that it shares with the worker.
   *
   * @param exchange empty if all numbers are to be sent
   */
  RemoteBackend(Device device, Endpoint endpoint, Optional<Exchange> exchange) {
    shared = exchange.map(memory -> new SharedTransfers(endpoint, memory));
    this.device = device;
    this.endpoint = endpoint;
    recording = new Recording(endpoint);
    largestAnswer = Math.min(LARGEST_ANSWER, endpoint.messageBytes() / 2);
  }

  @Override
  public Device device() {
    return device;
  }

  @Override
  public DeviceUsage usage() {
    return endpoint.usage();
  }

  @Override
  public void cancelCurrent() {
    endpoint.cancelCurrent();
  }

  @Override
  public void whenLost(Consumer<DeviceLostException> told) {
    endpoint.whenLost(told);
  }

  @Override
  public DeviceTensor allocate(long size) {
    Args.require(size >= 0, "size", size, "0 or more");
    RemoteTensor tensor = new RemoteTensor(recording, ++lastHandle, size);
    recording.addMaking(Ops.allocate(lastHandle, size), (double) size, tensor::doubt);
    return tensor;
  }

  @Override
  public DeviceTensor upload(FloatBuffer source) {
    int size = source.remaining();
    if ((long) size * Float.BYTES <= LARGEST_INLINE) {
      DeviceTensor tensor = allocate(size);
      send(source, tensor, 0);
      return tensor;
    }
    if (shared.isPresent()) {
      return uploadShared(source);
    }
    recording.requireOpen();
    recording.flush();
    long handle = ++lastHandle;
    boolean uploaded = false;
    try {
      endpoint.upload(handle, source);
      uploaded = true;
      return new RemoteTensor(recording, handle, size);
    } finally {
      if (!uploaded) {
        recording.free(Ops.free(handle), 0, true);
      }
    }
  }

  private DeviceTensor uploadShared(FloatBuffer source) {
    DeviceTensor tensor = allocate(source.remaining());
    boolean written = false;
    try {
      write(source, tensor, 0);
      written = true;
      return tensor;
    } finally {
      if (!written) {
        tensor.close();
      }
    }
  }

  @Override
  public void write(float[] source, DeviceTensor target, long offset) {
    VectorView part = new VectorView(target, offset, source.length);
    write(FloatBuffer.wrap(source), part.tensor(), part.offset());
  }

  private void write(FloatBuffer source, DeviceTensor target, long offset) {
    if (shared.isPresent() && (long) source.remaining() * Float.BYTES > LARGEST_INLINE) {
      long tensor = handle(target);
      synchronize();
      shared.get().write(source, tensor, offset);
    } else {
      send(source, target, offset);
    }
  }

  /** Writes along with the operations. */
  private void send(FloatBuffer source, DeviceTensor target, long offset) {
    long tensor = handle(target);
    int most = recording.numberBytes() / Float.BYTES;
    int size = source.remaining();
    for (int done = 0; done < size; done += Math.min(most, size - done)) {
      int count = Math.min(most, size - done);
      Op op =
          Ops.write(tensor, offset + done, Floats.bytes(source, source.position() + done, count));
      recording.addNumbers(op, (long) count * Float.BYTES);
    }
  }

  @Override
  public void download(DeviceTensor source, long offset, float[] target) {
    VectorView part = new VectorView(source, offset, target.length);
    long tensor = handle(part.tensor());
    long bytes = (long) target.length * Float.BYTES;
    recording.requireOpen();
    if (target.length == 0) {
      return;
    }
    if (shared.isPresent() && bytes > LARGEST_INLINE) {
      recording.flush();
      shared.get().read(tensor, offset, target);
    } else if (bytes > largestAnswer) {
      recording.flush();
      endpoint.download(tensor, offset, target);
    } else {
      Op read = Ops.read(tensor, offset, target.length);
      fill(recording.flushWith(read, 0, (int) bytes), target);
    }
  }

  private static void fill(Results results, float[] target) {
    int count =
        results.getNumbersCount() == 1
            ? Floats.read(results.getNumbers(0).getValues(), target, 0)
            : -1;
    if (count != target.length) {
      throw new IllegalStateException("the worker has answered with other numbers than asked for");
    }
  }

  @Override
  public void gemm(
      float alpha, MatrixView a, Layout ofA, MatrixView b, Layout ofB, float beta, MatrixView c) {
    Sizes.gemm(a, ofA, b, ofB, c);
    Gemm.Builder gemm =
        Gemm.newBuilder()
            .setAlpha(alpha)
            .setA(of(a))
            .setATransposed(ofA == Layout.TRANSPOSED)
            .setB(of(b))
            .setBTransposed(ofB == Layout.TRANSPOSED)
            .setBeta(beta)
            .setC(of(c));
    recording.add(Op.newBuilder().setGemm(gemm).build(), product(c, a.cols(ofA)));
  }

  @Override
  public void gemv(float alpha, MatrixView a, Layout ofA, VectorView x, float beta, VectorView y) {
    Sizes.gemv(a, ofA, x, y);
    Gemv.Builder gemv =
        Gemv.newBuilder()
            .setAlpha(alpha)
            .setA(of(a))
            .setATransposed(ofA == Layout.TRANSPOSED)
            .setX(of(x))
            .setBeta(beta)
            .setY(of(y));
    recording.add(Op.newBuilder().setGemv(gemv).build(), 2.0 * x.size() * y.size());
  }

  @Override
  public void addBias(MatrixView x, VectorView bias) {
    Sizes.row(bias, "bias", x);
    AddBias.Builder add = AddBias.newBuilder().setX(of(x)).setBias(of(bias));
    recording.add(Op.newBuilder().setAddBias(add).build(), elements(x));
  }

  @Override
  public void activate(Pointwise f, MatrixView x, VectorView bias, MatrixView out) {
    Sizes.same(x, out);
    Sizes.row(bias, "bias", x);
    Activate.Builder activate =
        Activate.newBuilder().setF(Ops.function(f)).setX(of(x)).setBias(of(bias)).setOut(of(out));
    recording.add(Op.newBuilder().setActivate(activate).build(), elements(x));
  }

  @Override
  public void linear(Pointwise f, MatrixView x, MatrixView w, VectorView bias, MatrixView out) {
    Backend.requireLayer(x, w, bias, out);
    Linear.Builder linear =
        Linear.newBuilder()
            .setF(Ops.function(f))
            .setX(of(x))
            .setW(of(w))
            .setBias(of(bias))
            .setOut(of(out));
    recording.add(Op.newBuilder().setLinear(linear).build(), product(out, x.cols()));
  }

  @Override
  public LayerWeights weights(MatrixView w, Layout ofW, DType format) {
    MakeWeights.Builder make =
        MakeWeights.newBuilder()
            .setFormat(Ops.format(format))
            .setW(of(w))
            .setTransposed(ofW == Layout.TRANSPOSED)
            .setWeights(++lastHandle);
    RemoteWeights weights =
        new RemoteWeights(recording, lastHandle, w.rows(ofW), w.cols(ofW), format);
    recording.addMaking(Op.newBuilder().setMakeWeights(make).build(), elements(w), weights::doubt);
    return weights;
  }

  @Override
  public void project(Pointwise f, MatrixView x, LayerWeights w, VectorView bias, MatrixView out) {
    Sizes.layer(x, w, bias, out, "out");
    Project.Builder project =
        Project.newBuilder()
            .setF(Ops.function(f))
            .setX(of(x))
            .setWeights(RemoteWeights.handle(w, recording))
            .setBias(of(bias))
            .setOut(of(out));
    recording.add(Op.newBuilder().setProject(project).build(), product(out, x.cols()));
  }

  @Override
  public void accumulate(MatrixView x, LayerWeights w, VectorView bias, MatrixView sum) {
    Sizes.layer(x, w, bias, sum, "sum");
    Accumulate.Builder accumulate =
        Accumulate.newBuilder()
            .setX(of(x))
            .setWeights(RemoteWeights.handle(w, recording))
            .setBias(of(bias))
            .setSum(of(sum));
    recording.add(Op.newBuilder().setAccumulate(accumulate).build(), product(sum, x.cols()));
  }

  @Override
  public void product(MatrixView x, LayerWeights w, MatrixView out) {
    Sizes.product(x, w, out, "out");
    Product.Builder product =
        Product.newBuilder()
            .setX(of(x))
            .setWeights(RemoteWeights.handle(w, recording))
            .setOut(of(out));
    recording.add(Op.newBuilder().setProduct(product).build(), product(out, x.cols()));
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
    int size = CausalRows.size(q.rows(), k.rows() - q.rows());
    if (pattern == null || out.isEmpty()) {
      recording.add(attention(heads, q, k, v, out, false), attentionWork(q, k));
      return;
    }
    Args.sameLength(pattern.length, "pattern", heads, "heads");
    for (float[] head : pattern) {
      Args.sameLength(head.length, "pattern[h]", size, "what a head sees");
    }
    new PatternedAttention(largestAnswer, this::read)
        .run(new PatternedAttention.Part(heads, q, k, v, out), pattern);
  }

  /** A part of an attention whose pattern fits into one answer. */
  private float[] read(PatternedAttention.Part part, int size) {
    Op op = attention(part.heads(), part.q(), part.k(), part.v(), part.out(), true);
    float[] all = new float[size];
    fill(recording.flushWith(op, attentionWork(part.q(), part.k()), size * Float.BYTES), all);
    return all;
  }

  private Op attention(
      int heads, MatrixView q, MatrixView k, MatrixView v, MatrixView out, boolean pattern) {
    Attention.Builder attention =
        Attention.newBuilder()
            .setHeads(heads)
            .setQ(of(q))
            .setK(of(k))
            .setV(of(v))
            .setOut(of(out))
            .setPattern(pattern);
    return Op.newBuilder().setAttention(attention).build();
  }

  private static double attentionWork(MatrixView q, MatrixView k) {
    return 4.0 * q.rows() * k.rows() * q.cols() + ELEMENTWISE * q.rows() * k.rows();
  }

  @Override
  public void add(MatrixView a, MatrixView b, MatrixView out) {
    Sizes.same(a, out);
    Sizes.same(b, out);
    Add.Builder add = Add.newBuilder().setA(of(a)).setB(of(b)).setOut(of(out));
    recording.add(Op.newBuilder().setAdd(add).build(), elements(out));
  }

  @Override
  public void relu(MatrixView x, MatrixView out) {
    recording.add(Op.newBuilder().setRelu(elementwise(x, out)).build(), elements(x));
  }

  @Override
  public void gelu(MatrixView x, MatrixView out) {
    recording.add(Op.newBuilder().setGelu(elementwise(x, out)).build(), elements(x));
  }

  private Elementwise elementwise(MatrixView x, MatrixView out) {
    Sizes.same(x, out);
    return Elementwise.newBuilder().setX(of(x)).setOut(of(out)).build();
  }

  @Override
  public void layerNorm(
      MatrixView x, VectorView gain, VectorView bias, float epsilon, MatrixView out) {
    Sizes.same(x, out);
    Sizes.row(gain, "gain", x);
    Sizes.row(bias, "bias", x);
    LayerNorm.Builder norm =
        LayerNorm.newBuilder()
            .setX(of(x))
            .setGain(of(gain))
            .setBias(of(bias))
            .setEpsilon(epsilon)
            .setOut(of(out));
    recording.add(Op.newBuilder().setLayerNorm(norm).build(), elements(x));
  }

  @Override
  public void causalSoftmax(MatrixView x, int past, MatrixView out) {
    Sizes.same(x, out);
    Args.notNegative(past, "past");
    CausalSoftmax.Builder softmax =
        CausalSoftmax.newBuilder().setX(of(x)).setPast(past).setOut(of(out));
    recording.add(Op.newBuilder().setCausalSoftmax(softmax).build(), elements(x));
  }

  @Override
  public void gather(MatrixView table, int[] rows, MatrixView out) {
    Sizes.gather(table, rows, out);
    Gather.Builder gather = Gather.newBuilder().setTable(of(table)).setOut(of(out));
    for (int row : rows) {
      gather.addRows(row);
    }
    recording.addNumbers(
        Op.newBuilder().setGather(gather).build(), (long) rows.length * Integer.BYTES);
  }

  @Override
  public void synchronize() {
    recording.requireOpen();
    recording.flush();
  }

  /**
   * How long it takes to do something again and again, measured over there and without what goes
   * between the processes.
   *
   * @param times how often
   * @param operations asks this backend for operations that read nothing and make nothing; called
   *     once
   * @param checkpoint called now and then while it waits, on this thread; throws to give up
   * @return nanoseconds of all times together, the device's work included
   * @throws IllegalStateException if the operations are none, or too many for one call
   */
  public long nanos(int times, Runnable operations, Runnable checkpoint) {
    Args.positive(times, "times");
    synchronize();
    checkpoint.run();
    long before = lastHandle;
    int calls = recording.calls();
    operations.run();
    if (recording.waiting() == 0 || recording.calls() != calls || lastHandle != before) {
      recording.flush();
      throw new IllegalStateException("only some operations can be repeated in one call");
    }
    return recording.repeat(times, checkpoint).getNanos();
  }

  /** Ends the session, and with it the worker if it is a process of this one. Any thread. */
  @Override
  public void close() {
    recording.close();
    endpoint.close();
  }

  private long handle(DeviceTensor tensor) {
    return RemoteTensor.handle(tensor, recording);
  }

  private Matrix of(MatrixView view) {
    return Matrix.newBuilder()
        .setTensor(handle(view.tensor()))
        .setOffset(view.offset())
        .setRows(view.rows())
        .setCols(view.cols())
        .setStride(view.stride())
        .build();
  }

  private Vector of(VectorView view) {
    return Vector.newBuilder()
        .setTensor(handle(view.tensor()))
        .setOffset(view.offset())
        .setSize(view.size())
        .build();
  }

  private static double product(MatrixView out, int inner) {
    return 2.0 * out.rows() * out.cols() * inner + elements(out);
  }

  private static double elements(MatrixView x) {
    return ELEMENTWISE * x.rows() * x.cols();
  }
}
