package org.inferscope.model.network;

import java.util.ArrayList;
import java.util.List;

/**
 * The names that weights and biases have in PyTorch when the network is an {@code nn.Sequential}
 * called "network": each {@code nn.Linear} and each activation module counts, so that [8, 16, 8, 4]
 * with ReLU between has network.0, network.2 and network.4. A layer without an activation takes
 * only one number. Immutable, any thread.
 *
 * @param indices the number of each layer's {@code nn.Linear}
 */
public record StateNames(List<Integer> indices) {
  private static final String NETWORK = "network.";

  /** Copies the list. */
  public StateNames {
    indices = List.copyOf(indices);
  }

  /** The names for layers with these activations. */
  public static StateNames of(List<Activation> activations) {
    List<Integer> indices = new ArrayList<>();
    int index = 0;
    for (Activation activation : activations) {
      indices.add(index);
      index += activation == Activation.IDENTITY ? 1 : 2;
    }
    return new StateNames(indices);
  }

  /** The names for a network. */
  public static StateNames of(Network network) {
    return of(network.layers().stream().map(NetworkLayer::activation).toList());
  }

  /** The number of layer l's {@code nn.Linear}. */
  public int index(int l) {
    return indices.get(l);
  }

  /** {@code network.0.weight} for layer 0. */
  public String weight(int l) {
    return NETWORK + index(l) + ".weight";
  }

  /** {@code network.0.bias} for layer 0. */
  public String bias(int l) {
    return NETWORK + index(l) + ".bias";
  }
}
