package org.inferscope.compute;

import java.nio.FloatBuffer;
import org.inferscope.compute.MatrixView.Layout;
import org.inferscope.tensor.Args;
import org.inferscope.tensor.DType;
import org.inferscope.tensor.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * Some float32 operations on the memory of one device: what every model is computed with.
 *
 * <p>One thread at a time; inside the service that is the compute thread. Operations may run on
 * after they return, until {@link #synchronize} or a download waits for them. Tensors must come
 * from this backend.
 *
 * <p>Numbers follow IEEE 754: NaN and infinities spread as in plain loops, so that 0·∞ and 0·NaN
 * are NaN. As everywhere in BLAS, a factor alpha or beta of 0 means that what it stands before is
 * not read. Sizes of zero are allowed everywhere. Output and input may be the same view where said
 * so; any other overlap is undefined. Sizes that do not fit throw IllegalArgumentException naming
 * the argument, before anything is changed.
 */
public interface Backend extends AutoCloseable {

  /** What this backend computes on. Any thread. */
  Device device();

  /** How much of the device is in use. Any thread, at once. */
  default DeviceUsage usage() {
    return DeviceUsage.NONE;
  }

  /** Reserves memory for so many numbers, all zero. */
  DeviceTensor allocate(long size);

  /** Copies all remaining numbers of a buffer, whose position is left alone, into new memory. */
  DeviceTensor upload(FloatBuffer source);

  /** Copies numbers into new memory. */
  default DeviceTensor upload(float[] source) {
    return upload(FloatBuffer.wrap(source));
  }

  /** Copies a matrix into new memory, row after row. */
  default DeviceTensor upload(Matrix source) {
    return upload(source.buffer());
  }

  /**
   * Memory of the host that holds numbers already, such as a mapped file: used where it lies by a
   * backend that computes in the host's memory, otherwise copied.
   *
   * @param source a direct buffer of native byte order; all its remaining numbers. Whoever asks
   *     keeps its memory as it is until the tensor is closed. The tensor is only read.
   */
  default DeviceTensor place(FloatBuffer source) {
    return upload(source);
  }

  /** Copies all of an array into a tensor, starting at an offset of the tensor. */
  void write(float[] source, DeviceTensor target, long offset);

  /** Copies {@code target.length} numbers from a tensor, starting at an offset. */
  void download(DeviceTensor source, long offset, float[] target);

  /** All numbers of a tensor that fits into an array. */
  default float[] download(DeviceTensor source) {
    float[] all = new float[Math.toIntExact(source.size())];
    download(source, 0, all);
    return all;
  }

  /**
   * Matrix times matrix: {@code c = alpha * a b + beta * c}.
   *
   * @param a [M, K] when read in layout {@code ofA}
   * @param b [K, N] when read in layout {@code ofB}
   * @param beta 0 overwrites c without reading it; K = 0 leaves {@code beta * c}
   * @param c [M, N]
   */
  void gemm(
      float alpha, MatrixView a, Layout ofA, MatrixView b, Layout ofB, float beta, MatrixView c);

  /**
   * Matrix times vector: {@code y = alpha * a x + beta * y}.
   *
   * @param a [M, N] when read in layout {@code ofA}
   * @param x [N]
   * @param beta 0 overwrites y without reading it
   * @param y [M]
   */
  void gemv(float alpha, MatrixView a, Layout ofA, VectorView x, float beta, VectorView y);

  /**
   * Adds a bias to every row, in place: {@code x[i][j] += bias[j]}.
   *
   * @param x [T, D]
   * @param bias [D]
   */
  void addBias(MatrixView x, VectorView bias);

  /**
   * Bias and activation in one go: {@code out[i][j] = f(x[i][j] + bias[j])}. {@code x} and {@code
   * out} may be the same.
   *
   * @param x [T, D]
   * @param bias [D]
   * @param out [T, D]
   */
  void activate(Pointwise f, MatrixView x, VectorView bias, MatrixView out);

  /**
   * A whole layer: {@code out = f(x wᵀ + bias)}. What it gives is what {@link #gemm} and {@link
   * #activate} give one after the other, but for the order of summation; a backend may have a
   * quicker way. {@code out} overlaps none of the others.
   *
   * @param x [T, I]
   * @param w [O, I]
   * @param bias [O]
   * @param out [T, O]
   */
  default void linear(Pointwise f, MatrixView x, MatrixView w, VectorView bias, MatrixView out) {
    requireLayer(x, w, bias, out);
    gemm(1, x, Layout.PLAIN, w, Layout.TRANSPOSED, 0, out); // [T, I] x [I, O] -> [T, O]
    activate(f, out, bias, out);
  }

  /** Checks the sizes of an attention; see {@link #attention}. */
  static void requireAttention(
      int heads, MatrixView q, MatrixView k, MatrixView v, MatrixView out) {
    PlainAttention.requireSizes(heads, q, k, v, out);
  }

  /**
   * Checks the sizes of a layer.
   *
   * @throws IllegalArgumentException naming two that do not fit
   */
  static void requireLayer(MatrixView x, MatrixView w, VectorView bias, MatrixView out) {
    Args.sameLength(x.cols(), "columns of x", w.cols(), "columns of w");
    Args.sameLength(bias.size(), "bias", w.rows(), "rows of w");
    Args.sameLength(out.rows(), "rows of out", x.rows(), "rows of x");
    Args.sameLength(out.cols(), "columns of out", w.rows(), "rows of w");
  }

  /**
   * Makes a layer's weights ready for {@link #project}, {@link #accumulate} and {@link #product}.
   * Those of 32 bits may stay where they are: {@code w} is kept as it is, and open, until the
   * result is closed. Those of other formats are copies, rounded as {@link LayerWeights} says.
   *
   * @param w [I, O] when read in layout {@code ofW}
   * @param format {@link DType#FP32}, {@link DType#BF16} or {@link DType#INT8}
   */
  default LayerWeights weights(MatrixView w, Layout ofW, DType format) {
    return PlainWeights.of(this, w, ofW, format);
  }

  /**
   * A layer on its weights: {@code out = f(x w + bias)}. {@code out} overlaps none of the others.
   *
   * @param x [T, I]
   * @param w [I, O], made by {@link #weights} of this backend
   * @param bias [O]
   * @param out [T, O]
   */
  default void project(Pointwise f, MatrixView x, LayerWeights w, VectorView bias, MatrixView out) {
    product(x, w, out);
    activate(f, out, bias, out);
  }

  /**
   * A layer added to what is there: {@code sum += x w + bias}.
   *
   * @param x [T, I]
   * @param w [I, O], made by {@link #weights} of this backend
   * @param bias [O]
   * @param sum [T, O], such as a residual stream
   */
  default void accumulate(MatrixView x, LayerWeights w, VectorView bias, MatrixView sum) {
    PlainWeights plain = PlainWeights.of(w);
    gemm(1, x, Layout.PLAIN, plain.matrix(), plain.layout(), 1, sum); // [T, I] x [I, O] -> [T, O]
    addBias(sum, bias);
  }

  /**
   * A layer without bias: {@code out = x w}.
   *
   * @param x [T, I]
   * @param w [I, O], made by {@link #weights} of this backend
   * @param out [T, O]
   */
  default void product(MatrixView x, LayerWeights w, MatrixView out) {
    PlainWeights plain = PlainWeights.of(w);
    gemm(1, x, Layout.PLAIN, plain.matrix(), plain.layout(), 0, out); // [T, I] x [I, O] -> [T, O]
  }

  /**
   * Causal self-attention of all heads (Vaswani et al., 2017, with GPT-2's mask): for every head h,
   * whose numbers are the columns from {@code h * D / H} on, {@code out_h = softmax(q_h k_hᵀ /
   * sqrt(D / H)) v_h}. Row i of q is at position P + i and sees keys 0 to P + i.
   *
   * @param heads H, divides D
   * @param q [T, D]
   * @param k [P + T, D]
   * @param v [P + T, D]
   * @param out [T, D]; overlaps none of the others
   * @param pattern takes the softmax's results, head by head: H arrays of {@link
   *     CausalRows#size}(T, P) numbers, laid out as {@link CausalRows} says; null if they are not
   *     wanted
   */
  default void attention(
      int heads,
      MatrixView q,
      MatrixView k,
      MatrixView v,
      MatrixView out,
      float @Nullable [][] pattern) {
    PlainAttention.run(this, heads, q, k, v, out, pattern);
  }

  /**
   * Sum of two matrices, number by number: {@code out = a + b}. Any of them may be the same.
   *
   * @param a [T, D]
   * @param b [T, D]
   * @param out [T, D]
   */
  void add(MatrixView a, MatrixView b, MatrixView out);

  /** {@code out = max(x, 0)}; NaN stays NaN. {@code x} and {@code out} may be the same. */
  void relu(MatrixView x, MatrixView out);

  /**
   * GPT-2's form of GELU: {@code out = x/2 * (1 + tanh(sqrt(2/pi) * (x + 0.044715 x^3)))}
   * (Hendrycks and Gimpel, 2016). {@code x} and {@code out} may be the same.
   */
  void gelu(MatrixView x, MatrixView out);

  /**
   * Layer norm of every row, mean first and then variance (Ba, Kiros and Hinton, 2016): {@code out
   * = (x - mean) / sqrt(variance + epsilon) * gain + bias}. {@code x} and {@code out} may be the
   * same.
   *
   * @param x [T, D]
   * @param gain [D]
   * @param bias [D]
   * @param epsilon added to the variance; GPT-2 uses 1e-5
   * @param out [T, D]
   */
  void layerNorm(MatrixView x, VectorView gain, VectorView bias, float epsilon, MatrixView out);

  /**
   * Softmax of every row over the columns it may see; the others become 0. Row i sees columns 0 to
   * {@code past + i}. The row's maximum is subtracted first. A row that sees a NaN or +∞, or
   * nothing but −∞, becomes NaN where it sees. {@code x} and {@code out} may be the same.
   *
   * @param x [T, past + T] or any other sizes, attention scores
   * @param past how many positions came before the first row; as many as there are columns makes it
   *     an ordinary softmax
   * @param out as x
   */
  void causalSoftmax(MatrixView x, int past, MatrixView out);

  /**
   * Picks rows: {@code out[i] = table[rows[i]]}.
   *
   * @param table [V, D]
   * @param rows [T], each from 0 to below V
   * @param out [T, D]
   */
  void gather(MatrixView table, int[] rows, MatrixView out);

  /** Waits until everything asked for has been computed. */
  default void synchronize() {}

  /**
   * The product of two matrices of the host, as quickly as it can be had for small ones.
   *
   * @param a [M, K]
   * @param b [K, N]
   * @return [M, N]
   */
  default Matrix multiply(Matrix a, Matrix b) {
    try (DeviceTensor left = upload(a);
        DeviceTensor right = upload(b);
        DeviceTensor product = allocate((long) a.rows() * b.cols())) {
      gemm(
          1,
          MatrixView.of(left, a.rows(), a.cols()),
          Layout.PLAIN,
          MatrixView.of(right, b.rows(), b.cols()),
          Layout.PLAIN,
          0,
          MatrixView.of(product, a.rows(), b.cols()));
      return Matrix.owning(a.rows(), b.cols(), download(product));
    }
  }

  /** Frees the device's memory, including that of tensors not closed. */
  @Override
  void close();
}
