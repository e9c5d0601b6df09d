package org.inferscope.model.network;

import java.util.Optional;
import org.inferscope.tensor.Args;

/**
 * One layer of a {@link NetworkPlan}. Immutable, any thread.
 *
 * @param outputs O, 1 to {@link NetworkPlan#WIDEST}
 * @param activation what follows the sums
 * @param given its weights; empty where they are drawn
 */
public record LayerPlan(int outputs, Activation activation, Optional<GivenWeights> given) {
  /** Refuses a width out of range, and weights of another one. */
  public LayerPlan {
    Args.inRange(outputs, 1, NetworkPlan.WIDEST, "outputs");
    int rows = given.map(weights -> weights.linear().outputs()).orElse(outputs);
    Args.require(rows == outputs, "outputs of given weights", rows, outputs + "");
  }

  /** A layer whose weights are drawn. */
  public static LayerPlan drawn(int outputs, Activation activation) {
    return new LayerPlan(outputs, activation, Optional.empty());
  }

  /** The same with another activation. */
  public LayerPlan with(Activation other) {
    return new LayerPlan(outputs, other, given);
  }

  /** The same layer with drawn weights. */
  LayerPlan drawn() {
    return drawn(outputs, activation);
  }

  LayerPlan resized(int inputs, int newOutputs) {
    return new LayerPlan(
        newOutputs, activation, given.map(weights -> weights.resized(inputs, newOutputs)));
  }
}
