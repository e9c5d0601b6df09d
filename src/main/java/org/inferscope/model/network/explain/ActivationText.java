package org.inferscope.model.network.explain;

import org.inferscope.model.network.Activation;

/** Writes out what an activation does to one number. */
final class ActivationText {
  private ActivationText() {}

  /**
   * The activation applied to z, in symbols or with z's number in its place.
   *
   * @param z "z⁽¹⁾₃" or "(−1.2)"
   * @param negative whether z is below zero, which the leaky ReLU depends on
   */
  static String of(Activation activation, String z, boolean negative) {
    return switch (activation) {
      case RELU -> "max(0, " + z + ")";
      case IDENTITY -> z;
      case LEAKY_RELU -> negative ? "0.01·" + z : z;
      case GELU -> "½·" + z + "·(1 + tanh(√(2/π)·(" + z + " + 0.044715·" + z + "³)))";
      case SILU -> z + " / (1 + exp(\u2212" + z + "))";
      case SIGMOID -> "1 / (1 + exp(\u2212" + z + "))";
      case TANH -> "tanh(" + z + ")";
      case SOFTMAX -> "exp(" + z + ")";
    };
  }
}
