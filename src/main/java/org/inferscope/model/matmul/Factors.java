package org.inferscope.model.matmul;

import org.inferscope.tensor.Args;
import org.inferscope.tensor.Matrix;

/**
 * Two matrices that can be multiplied.
 *
 * @param a [M, K]
 * @param b [K, N]
 */
public record Factors(Matrix a, Matrix b) {
  /** Refuses shapes that cannot be multiplied. */
  public Factors {
    Args.require(a.cols() == b.rows(), "b", b.shapeText(), "of " + a.cols() + " rows");
  }
}
