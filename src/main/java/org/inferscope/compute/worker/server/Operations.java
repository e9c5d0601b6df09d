package org.inferscope.compute.worker.server;

import org.inferscope.compute.Backend;
import org.inferscope.compute.CausalRows;
import org.inferscope.compute.DeviceTensor;
import org.inferscope.compute.LayerWeights;
import org.inferscope.compute.MatrixView;
import org.inferscope.compute.MatrixView.Layout;
import org.inferscope.compute.Pointwise;
import org.inferscope.compute.worker.proto.Accumulate;
import org.inferscope.compute.worker.proto.Activate;
import org.inferscope.compute.worker.proto.Attention;
import org.inferscope.compute.worker.proto.Function;
import org.inferscope.compute.worker.proto.Gemm;
import org.inferscope.compute.worker.proto.Gemv;
import org.inferscope.compute.worker.proto.LayerNorm;
import org.inferscope.compute.worker.proto.Linear;
import org.inferscope.compute.worker.proto.MakeWeights;
import org.inferscope.compute.worker.proto.Op;
import org.inferscope.compute.worker.proto.Product;
import org.inferscope.compute.worker.proto.Project;
import org.inferscope.compute.worker.proto.Read;
import org.inferscope.compute.worker.proto.ReadShared;
import org.inferscope.compute.worker.proto.WeightFormat;
import org.inferscope.compute.worker.proto.WriteShared;
import org.inferscope.tensor.Args;
import org.inferscope.tensor.DType;
import org.jspecify.annotations.Nullable;

/** The contract's operations on a backend. Device thread. */
final class Operations {
  private final Backend backend;
  private final Holdings holdings;
  private final @Nullable SharedMemory shared;

  /**
   * Operations on what a session holds.
   *
   * @param shared what it shares with the server, if anything
   */
  Operations(Backend backend, Holdings holdings, @Nullable SharedMemory shared) {
    this.backend = backend;
    this.holdings = holdings;
    this.shared = shared;
  }

  /**
   * Does one.
   *
   * @param answers takes what it answers
   * @param wanted whether answers are wanted this time
   * @throws IllegalArgumentException if sizes do not fit
   */
  void run(Op op, Answers answers, boolean wanted) {
    switch (op.getKindCase()) {
      case ALLOCATE ->
          holdings.allocate(backend, op.getAllocate().getTensor(), op.getAllocate().getSize());
      case WRITE ->
          backend.write(
              Floats.of(op.getWrite().getValues()),
              holdings.tensor(op.getWrite().getTensor()),
              op.getWrite().getOffset());
      case WRITE_SHARED -> writeShared(op.getWriteShared());
      case READ_SHARED -> readShared(op.getReadShared());
      case READ -> read(op.getRead(), answers, wanted);
      case FREE -> holdings.free(op.getFree().getTensor());
      case MAKE_WEIGHTS -> makeWeights(op.getMakeWeights());
      case FREE_WEIGHTS -> holdings.freeWeights(op.getFreeWeights().getWeights());
      case ATTENTION -> attention(op.getAttention(), answers, wanted);
      case GEMM, GEMV, LINEAR, PROJECT, ACCUMULATE, PRODUCT -> product(op);
      default -> rowWise(op);
    }
  }

  private void product(Op op) {
    switch (op.getKindCase()) {
      case GEMM -> gemm(op.getGemm());
      case GEMV -> gemv(op.getGemv());
      case LINEAR -> linear(op.getLinear());
      case PROJECT -> project(op.getProject());
      case ACCUMULATE -> accumulate(op.getAccumulate());
      case PRODUCT -> product(op.getProduct());
      default -> throw unknown(op);
    }
  }

  private void rowWise(Op op) {
    switch (op.getKindCase()) {
      case ADD_BIAS ->
          backend.addBias(
              holdings.view(op.getAddBias().getX()), holdings.view(op.getAddBias().getBias()));
      case ACTIVATE -> activate(op.getActivate());
      case ADD ->
          backend.add(
              holdings.view(op.getAdd().getA()),
              holdings.view(op.getAdd().getB()),
              holdings.view(op.getAdd().getOut()));
      case RELU ->
          backend.relu(holdings.view(op.getRelu().getX()), holdings.view(op.getRelu().getOut()));
      case GELU ->
          backend.gelu(holdings.view(op.getGelu().getX()), holdings.view(op.getGelu().getOut()));
      case LAYER_NORM -> layerNorm(op.getLayerNorm());
      case CAUSAL_SOFTMAX ->
          backend.causalSoftmax(
              holdings.view(op.getCausalSoftmax().getX()),
              op.getCausalSoftmax().getPast(),
              holdings.view(op.getCausalSoftmax().getOut()));
      case GATHER ->
          backend.gather(
              holdings.view(op.getGather().getTable()),
              op.getGather().getRowsList().stream().mapToInt(Integer::intValue).toArray(),
              holdings.view(op.getGather().getOut()));
      default -> throw unknown(op);
    }
  }

  private static IllegalArgumentException unknown(Op op) {
    return new IllegalArgumentException(
        "'op' is none that this version knows: " + op.getKindCase());
  }

  private void writeShared(WriteShared op) {
    shared()
        .write(
            backend,
            holdings.tensor(op.getTensor()),
            op.getOffset(),
            op.getSharedOffset(),
            op.getSize());
  }

  private void readShared(ReadShared op) {
    shared()
        .read(
            backend,
            holdings.tensor(op.getTensor()),
            op.getOffset(),
            op.getSharedOffset(),
            op.getSize());
  }

  private SharedMemory shared() {
    if (shared == null) {
      throw Refusals.nothingShared();
    }
    return shared;
  }

  private void read(Read read, Answers answers, boolean wanted) {
    DeviceTensor tensor = holdings.tensor(read.getTensor());
    requirePart(tensor, read);
    if (wanted) {
      answers.reserve(read.getSize());
      float[] numbers = new float[(int) read.getSize()];
      backend.download(tensor, read.getOffset(), numbers);
      answers.add(numbers);
    }
  }

  /** Checks that what is to be read lies inside of its tensor. */
  static void requirePart(DeviceTensor tensor, Read read) {
    Args.require(read.getOffset() >= 0, "offset", read.getOffset(), "0 or more");
    Args.require(read.getSize() >= 0, "size", read.getSize(), "0 or more");
    Args.require(
        read.getOffset() <= tensor.size() - read.getSize(),
        "size",
        read.getSize(),
        "within " + tensor.size() + " from offset " + read.getOffset());
  }

  private void makeWeights(MakeWeights op) {
    holdings.makeWeights(
        backend, op.getWeights(), op.getW(), layout(op.getTransposed()), format(op.getFormat()));
  }

  private void gemm(Gemm op) {
    backend.gemm(
        op.getAlpha(),
        holdings.view(op.getA()),
        layout(op.getATransposed()),
        holdings.view(op.getB()),
        layout(op.getBTransposed()),
        op.getBeta(),
        holdings.view(op.getC()));
  }

  private void gemv(Gemv op) {
    backend.gemv(
        op.getAlpha(),
        holdings.view(op.getA()),
        layout(op.getATransposed()),
        holdings.view(op.getX()),
        op.getBeta(),
        holdings.view(op.getY()));
  }

  private void activate(Activate op) {
    backend.activate(
        pointwise(op.getF()),
        holdings.view(op.getX()),
        holdings.view(op.getBias()),
        holdings.view(op.getOut()));
  }

  private void linear(Linear op) {
    backend.linear(
        pointwise(op.getF()),
        holdings.view(op.getX()),
        holdings.view(op.getW()),
        holdings.view(op.getBias()),
        holdings.view(op.getOut()));
  }

  private void project(Project op) {
    backend.project(
        pointwise(op.getF()),
        holdings.view(op.getX()),
        holdings.weights(op.getWeights()),
        holdings.view(op.getBias()),
        holdings.view(op.getOut()));
  }

  private void accumulate(Accumulate op) {
    backend.accumulate(
        holdings.view(op.getX()),
        holdings.weights(op.getWeights()),
        holdings.view(op.getBias()),
        holdings.view(op.getSum()));
  }

  private void product(Product op) {
    LayerWeights weights = holdings.weights(op.getWeights());
    backend.product(holdings.view(op.getX()), weights, holdings.view(op.getOut()));
  }

  private void layerNorm(LayerNorm op) {
    backend.layerNorm(
        holdings.view(op.getX()),
        holdings.view(op.getGain()),
        holdings.view(op.getBias()),
        op.getEpsilon(),
        holdings.view(op.getOut()));
  }

  private void attention(Attention op, Answers answers, boolean wanted) {
    int heads = op.getHeads();
    MatrixView q = holdings.view(op.getQ());
    MatrixView k = holdings.view(op.getK());
    MatrixView v = holdings.view(op.getV());
    MatrixView out = holdings.view(op.getOut());
    Backend.requireAttention(heads, q, k, v, out);
    // Any number divides a width of none, and each head would take its time.
    Args.require(heads <= Math.max(1, q.cols()), "heads", heads, "at most the width");
    if (!op.getPattern() || !wanted) {
      backend.attention(heads, q, k, v, out, null);
      return;
    }
    // The rows of a triangle: past + 1, past + 2, ...
    long past = k.rows() - (long) q.rows();
    long size = q.rows() * past + (long) q.rows() * (q.rows() + 1L) / 2;
    answers.reserve(size > Integer.MAX_VALUE ? Long.MAX_VALUE : heads * size);
    float[][] pattern = new float[heads][CausalRows.size(q.rows(), (int) past)];
    backend.attention(heads, q, k, v, out, pattern);
    answers.add(joined(pattern));
  }

  private static float[] joined(float[][] parts) {
    int each = parts[0].length;
    float[] all = new float[parts.length * each];
    for (int i = 0; i < parts.length; i++) {
      System.arraycopy(parts[i], 0, all, i * each, each);
    }
    return all;
  }

  private static Layout layout(boolean transposed) {
    return transposed ? Layout.TRANSPOSED : Layout.PLAIN;
  }

  private static DType format(WeightFormat format) {
    return switch (format) {
      case FP32 -> DType.FP32;
      case BF16 -> DType.BF16;
      case INT8 -> DType.INT8;
      case UNRECOGNIZED ->
          throw new IllegalArgumentException("'format' is none that this version knows");
    };
  }

  private static Pointwise pointwise(Function f) {
    return switch (f) {
      case IDENTITY -> Pointwise.IDENTITY;
      case RELU -> Pointwise.RELU;
      case LEAKY_RELU -> Pointwise.LEAKY_RELU;
      case GELU -> Pointwise.GELU;
      case SILU -> Pointwise.SILU;
      case SIGMOID -> Pointwise.SIGMOID;
      case TANH -> Pointwise.TANH;
      case UNRECOGNIZED ->
          throw new IllegalArgumentException("'f' is none that this version knows");
    };
  }
}
