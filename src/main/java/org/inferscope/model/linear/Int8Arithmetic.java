package org.inferscope.model.linear;

import org.inferscope.tensor.Matrix;

/**
 * A layer in INT8: integer products and sums, exact in int32, then scaled back and the bias added
 * in float32. The bias and the result stay float32, as in common quantized kernels.
 */
final class Int8Arithmetic implements RoundedArithmetic {
  private final Int8Rows weights;
  private final Int8Rows inputs;
  private final LinearLayer layer;
  private final Matrix x;

  private Int8Arithmetic(Int8Rows weights, Int8Rows inputs, Matrix bias) {
    this.weights = weights;
    this.inputs = inputs;
    layer = new LinearLayer(weights.values(), bias);
    x = inputs.values();
  }

  static Int8Arithmetic of(LinearLayer layer, Matrix x) {
    return new Int8Arithmetic(Int8Rows.of(layer.w()), Int8Rows.of(x), layer.b());
  }

  Int8Rows weights() {
    return weights;
  }

  Int8Rows inputs() {
    return inputs;
  }

  @Override
  public LinearLayer layer() {
    return layer;
  }

  @Override
  public Matrix x() {
    return x;
  }

  @Override
  public double product(int row, int i, int j) {
    return weights.value(i, j) * inputs.value(row, j);
  }

  @Override
  public float sum(int row, int i) {
    return weights.scale(i) * inputs.scale(row) * weights.dot(i, inputs, row) + layer.b().get(i, 0);
  }

  @Override
  public float round(float sum) {
    return sum;
  }

  @Override
  public Matrix outputs() {
    return Matrix.generate(x.rows(), layer.outputs(), this::sum); // [T, I] x [I, O] -> [T, O]
  }
}
