package org.inferscope.model.linear;

import org.inferscope.tensor.Matrix;

/** How a layer is computed in one number format. Implementations are immutable; any thread. */
interface RoundedArithmetic {
  /** Weights [O, I] and bias [O, 1] as the format holds them, as float32. */
  LinearLayer layer();

  /** Inputs [T, I] as the format holds them, as float32. */
  Matrix x();

  /** The product of a weight and an input as the format holds them, in float64. */
  double product(int row, int i, int j);

  /** An output with the bias added, before it is rounded to the format. */
  float sum(int row, int i);

  /** A sum as the format holds it. */
  float round(float sum);

  /** All outputs as the format holds them, [T, O]. */
  Matrix outputs();
}
