package org.inferscope.model.linear;

import org.inferscope.model.matmul.DotProductText;

/**
 * Names of a layer's numbers, with indices from 0: for one input vector y₁ and x₁, in a batch Y₂₁
 * and X₂₁, row first.
 */
public final class LinearNames {
  private LinearNames() {}

  /**
   * Output i of a row.
   *
   * @param batch rows of the batch, 1 or more
   */
  public static String output(int batch, int row, int i) {
    return batch > 1 ? DotProductText.name("Y", row, i) : DotProductText.name("y", i);
  }

  /**
   * Input j of a row.
   *
   * @param batch rows of the batch, 1 or more
   */
  public static String input(int batch, int row, int j) {
    return batch > 1 ? DotProductText.name("X", row, j) : DotProductText.name("x", j);
  }

  /** The weight from input j to output i: "W₁₂" for (0, 1). */
  public static String weight(int i, int j) {
    return DotProductText.name("W", i, j);
  }

  /** The bias of output i. */
  public static String bias(int i) {
    return DotProductText.name("b", i);
  }

  /**
   * The product that input j adds to output i: "W₁₂·x₂".
   *
   * @param batch rows of the batch, 1 or more
   */
  public static String product(int batch, int row, int i, int j) {
    return weight(i, j) + "·" + input(batch, row, j);
  }
}
