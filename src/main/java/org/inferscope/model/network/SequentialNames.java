package org.inferscope.model.network;

import java.util.List;

/**
 * Names of tensors as {@code state_dict} has them for a module whose {@code network} is an {@code
 * nn.Sequential}: its linear layers and activations are numbered through from 0. A layer without
 * activation takes one number, the others two.
 */
public final class SequentialNames {
  private SequentialNames() {}

  /**
   * The number of each linear layer in the {@code nn.Sequential}.
   *
   * @param activations what follows each layer
   * @return one number a layer: 0, 2, 4 where an activation follows each
   */
  public static int[] indices(List<Activation> activations) {
    int[] indices = new int[activations.size()];
    int next = 0;
    for (int l = 0; l < indices.length; l++) {
      indices[l] = next;
      next += activations.get(l) == Activation.IDENTITY ? 1 : 2;
    }
    return indices;
  }

  /** The numbers for a plan's layers. */
  public static int[] indices(NetworkPlan plan) {
    return indices(plan.layers().stream().map(LayerPlan::activation).toList());
  }

  /** The name of a layer's weights: "network.0.weight". */
  public static String weight(int index) {
    return "network." + index + ".weight";
  }

  /** The name of a layer's biases: "network.0.bias". */
  public static String bias(int index) {
    return "network." + index + ".bias";
  }
}
