package org.inferscope.tab;

import org.inferscope.model.matmul.PresetRequest;
import org.inferscope.tensor.Args;
import org.inferscope.tensor.Matrix;
import org.inferscope.ui.navigate.Intent;

/**
 * Take the product A·B apart, step by step. The Matmul tab takes it where every side is from 1 to
 * {@link #LARGEST}; larger matrices may be carried, so that a tab can ask whether they can be
 * opened, but no tab takes them.
 *
 * @param a [M, K]
 * @param b [K, N]
 */
public record MultiplyIntent(Matrix a, Matrix b) implements Intent {
  /** The largest side of a matrix that can be opened. */
  public static final int LARGEST = PresetRequest.LARGEST;

  /**
   * Checks that the product is defined.
   *
   * @throws IllegalArgumentException if a has not as many columns as b has rows
   */
  public MultiplyIntent {
    Args.require(a.cols() == b.rows(), "a", a.shapeText(), b.rows() + " columns");
  }

  /** Whether every side is from 1 to {@link #LARGEST}. */
  public boolean isSmall() {
    return isSmall(a.rows()) && isSmall(a.cols()) && isSmall(b.cols());
  }

  private static boolean isSmall(int side) {
    return side >= 1 && side <= LARGEST;
  }
}
