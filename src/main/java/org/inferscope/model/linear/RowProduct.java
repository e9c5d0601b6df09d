package org.inferscope.model.linear;

import java.util.Arrays;

/**
 * Computes rows of Y = X·Wᵀ + b. The loop over outputs is the inner one, over Wᵀ row by row, so
 * that the compiler can vectorise it, while every output still adds its terms in order of j: the
 * same float32 numbers as one output after another gives.
 */
final class RowProduct {
  private final float[] weights; // Wᵀ [I, O], row after row
  private final float[] bias; // [O]
  private final int inputs;
  private final int outputs;

  RowProduct(LinearLayer layer) {
    weights = layer.w().transpose().toArray();
    bias = layer.b().toArray();
    inputs = layer.inputs();
    outputs = layer.outputs();
  }

  /**
   * Computes one row.
   *
   * @param x where the row's inputs lie, [I] from xAt on
   * @param xAt index of the first
   * @param y where its outputs go, [O] from yAt on
   * @param yAt index of the first
   */
  void write(float[] x, int xAt, float[] y, int yAt) {
    float[] sums = new float[outputs];
    // Added to −0 the first product stays as it is; added to 0, a product of −0 would lose its sign
    Arrays.fill(sums, -0f);
    for (int j = 0; j < inputs; j++) {
      addProducts(sums, x[xAt + j], j * outputs);
    }
    for (int i = 0; i < outputs; i++) {
      y[yAt + i] = sums[i] + bias[i];
    }
  }

  private void addProducts(float[] sums, float input, int from) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += weights[from + i] * input;
    }
  }
}
