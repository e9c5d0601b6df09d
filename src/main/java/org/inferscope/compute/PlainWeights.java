package org.inferscope.compute;

import java.util.function.UnaryOperator;
import org.inferscope.compute.MatrixView.Layout;
import org.inferscope.tensor.DType;
import org.inferscope.tensor.Rounding;

/**
 * Weights as a matrix of float32: those of 32 bits where they lie, those of other formats rounded
 * and kept as what they stand for, which is right but neither small nor quick.
 *
 * @param matrix [I, O] when read in layout {@code layout}
 * @param format what the numbers were rounded to
 * @param owned whether the matrix was made for these weights, and goes with them
 */
record PlainWeights(MatrixView matrix, Layout layout, DType format, boolean owned)
    implements LayerWeights {

  private static final int LARGEST_INT8 = 127;

  static PlainWeights of(Backend backend, MatrixView w, Layout ofW, DType format) {
    return switch (format) {
      case FP32 -> new PlainWeights(w, ofW, format, false);
      case BF16 -> rounded(backend, w, ofW, format, PlainWeights::bf16);
      case INT8 -> rounded(backend, w, ofW, format, PlainWeights::int8);
      default -> throw new IllegalArgumentException("'format' cannot be " + format);
    };
  }

  /**
   * Weights that must be of this kind.
   *
   * @throws IllegalArgumentException if a backend made them in a way of its own
   */
  static PlainWeights of(LayerWeights weights) {
    if (!(weights instanceof PlainWeights plain)) {
      throw new IllegalArgumentException("weights of another backend: " + weights);
    }
    return plain;
  }

  /** Rounds output by output: kept as [O, I], so that the weights of one lie together. */
  private static PlainWeights rounded(
      Backend backend, MatrixView w, Layout ofW, DType format, UnaryOperator<float[]> rounding) {
    int inputs = w.rows(ofW);
    int outputs = w.cols(ofW);
    DeviceTensor copy = backend.allocate((long) outputs * inputs);
    float[] column = new float[inputs];
    int span = w.isEmpty() ? 0 : (w.rows() - 1) * w.stride() + w.cols();
    float[] stored = new float[span];
    backend.download(w.tensor(), w.offset(), stored);
    for (int o = 0; o < outputs; o++) {
      for (int i = 0; i < inputs; i++) {
        column[i] = ofW == Layout.PLAIN ? stored[i * w.stride() + o] : stored[o * w.stride() + i];
      }
      backend.write(rounding.apply(column), copy, (long) o * inputs);
    }
    return new PlainWeights(MatrixView.of(copy, outputs, inputs), Layout.TRANSPOSED, format, true);
  }

  private static float[] bf16(float[] weights) {
    float[] rounded = new float[weights.length];
    for (int i = 0; i < weights.length; i++) {
      rounded[i] = Rounding.toBf16(weights[i]);
    }
    return rounded;
  }

  private static float[] int8(float[] weights) {
    float max = 0;
    for (float w : weights) {
      max = Math.max(max, Math.abs(w));
    }
    float scale = max / LARGEST_INT8;
    float[] rounded = new float[weights.length];
    for (int i = 0; i < weights.length; i++) {
      rounded[i] = scale == 0 ? 0 : scale * Math.round(weights[i] / scale);
    }
    return rounded;
  }

  @Override
  public int inputs() {
    return matrix.rows(layout);
  }

  @Override
  public int outputs() {
    return matrix.cols(layout);
  }

  @Override
  public void close() {
    if (owned) {
      matrix.tensor().close();
    }
  }
}
