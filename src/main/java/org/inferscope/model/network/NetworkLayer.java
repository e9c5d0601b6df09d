package org.inferscope.model.network;

import org.inferscope.model.linear.LinearLayer;
import org.inferscope.tensor.Matrix;

/**
 * One layer: a linear layer and what is done to its sums. Immutable, any thread.
 *
 * @param linear W [O, I] and b [O, 1]
 * @param activation what follows
 */
public record NetworkLayer(LinearLayer linear, Activation activation) {

  /** W [O, I]. */
  public Matrix w() {
    return linear.w();
  }

  /** b [O, 1]. */
  public Matrix b() {
    return linear.b();
  }

  /** I. */
  public int inputs() {
    return linear.inputs();
  }

  /** O. */
  public int outputs() {
    return linear.outputs();
  }

  /** How many weights and biases. */
  public long parameters() {
    return (long) outputs() * inputs() + outputs();
  }

  /** The same weights with another activation. */
  public NetworkLayer with(Activation other) {
    return new NetworkLayer(linear, other);
  }
}
