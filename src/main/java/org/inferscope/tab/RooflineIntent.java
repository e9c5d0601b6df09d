package org.inferscope.tab;

import org.inferscope.tensor.Args;
import org.inferscope.tensor.DType;
import org.inferscope.ui.navigate.Intent;

/**
 * Show a product with weights under the roof: [batch, K] x [K, N]. The Roofline tab takes it where
 * every side is from 1 to {@link #LARGEST}.
 *
 * @param batch rows of A
 * @param k rows of the weights
 * @param n columns of the weights
 * @param format what all numbers are kept in
 */
public record RooflineIntent(int batch, int k, int n, DType format) implements Intent {
  /** The largest side. */
  public static final int LARGEST = 1 << 20;

  /** Refuses sides that are not positive. */
  public RooflineIntent {
    Args.positive(batch, "batch");
    Args.positive(k, "k");
    Args.positive(n, "n");
  }

  /** Whether no side is too large to be shown. */
  public boolean isInRange() {
    return Math.max(batch, Math.max(k, n)) <= LARGEST;
  }
}
