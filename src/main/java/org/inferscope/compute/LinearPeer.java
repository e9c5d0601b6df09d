package org.inferscope.compute;

import org.inferscope.tensor.Matrix;

/**
 * Another program's implementation of a linear layer, to hold our numbers against. Whoever is given
 * an {@code Optional} of one has none where that program is not part of this Inferscope.
 */
public interface LinearPeer {

  /** Its name and version, such as "PyTorch 2.7.1". Any thread, loads nothing. */
  String name();

  /**
   * The layer's output {@code x Wᵀ + b} in float32, computed by the peer; its order of summation is
   * its own. Compute thread. The first call loads the peer's native library, which may take
   * seconds.
   *
   * @param x [T, I]
   * @param w [O, I]
   * @param b [O]
   * @return [T, O]
   * @throws IllegalArgumentException if the sizes do not fit, naming the argument
   * @throws InferscopeException with the reason in words if the peer cannot be loaded or fails
   */
  Matrix linear(Matrix x, Matrix w, float[] b);
}
