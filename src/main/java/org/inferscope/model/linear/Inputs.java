package org.inferscope.model.linear;

import org.inferscope.tensor.Args;
import org.inferscope.tensor.Matrix;
import org.inferscope.tensor.NumpyRandom;

/** What the inputs of a layer are filled with. */
public final class Inputs {
  private Inputs() {}

  /** One input vector 1, 2, 3, …, [1, I]; for 4 inputs the notebook's. */
  public static Matrix notebook(int inputs) {
    return Matrix.generate(1, Args.positive(inputs, "inputs"), (row, j) -> j + 1);
  }

  /**
   * A batch of normal numbers, [T, I]: {@code np.random.seed(seed)}, then {@code
   * np.random.randn(rows, inputs)}.
   */
  public static Matrix random(long seed, int rows, int inputs) {
    return new NumpyRandom(seed)
        .randn(Args.positive(rows, "rows"), Args.positive(inputs, "inputs"));
  }
}
