package org.inferscope.model.linear;

import org.inferscope.tensor.DType;
import org.inferscope.tensor.Matrix;
import org.inferscope.tensor.Rounding;

/**
 * A layer in a floating-point format, as tensor cores do it: numbers in the format, products and
 * sums in float32, the result rounded to the format.
 *
 * @param layer as the format holds it
 * @param x [T, I] as the format holds it
 * @param dtype FP32, BF16 or FP16
 */
record FloatArithmetic(LinearLayer layer, Matrix x, DType dtype) implements RoundedArithmetic {
  static FloatArithmetic of(LinearLayer layer, Matrix x, DType dtype) {
    LinearLayer held = new LinearLayer(rounded(layer.w(), dtype), rounded(layer.b(), dtype));
    return new FloatArithmetic(held, rounded(x, dtype), dtype);
  }

  private static Matrix rounded(Matrix matrix, DType dtype) {
    if (dtype == DType.FP32) {
      return matrix;
    }
    float[] values = matrix.toArray();
    for (int k = 0; k < values.length; k++) {
      values[k] = rounded(values[k], dtype);
    }
    return Matrix.owning(matrix.rows(), matrix.cols(), values);
  }

  private static float rounded(float value, DType dtype) {
    return switch (dtype) {
      case FP32 -> value;
      case BF16 -> Rounding.toBf16(value);
      case FP16 -> Rounding.toFp16(value);
      default -> throw new IllegalArgumentException("not a format computed here: " + dtype);
    };
  }

  @Override
  public double product(int row, int i, int j) {
    return (double) layer.w().get(i, j) * x.get(row, j);
  }

  @Override
  public float sum(int row, int i) {
    return layer.output(x, row, i);
  }

  @Override
  public float round(float sum) {
    return rounded(sum, dtype);
  }

  @Override
  public Matrix outputs() {
    return rounded(layer.forward(x), dtype); // [T, I] x [I, O] -> [T, O]
  }
}
