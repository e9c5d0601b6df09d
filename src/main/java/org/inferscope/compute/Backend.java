package org.inferscope.compute;

import java.nio.FloatBuffer;
import org.inferscope.compute.MatrixView.Layout;
import org.inferscope.tensor.Args;
import org.inferscope.tensor.Matrix;

/**
 * A dozen float32 operations on the memory of one device: what every model is computed with.
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
