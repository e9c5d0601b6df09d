package org.inferscope.model.network;

import java.util.List;
import org.inferscope.tensor.Args;

/**
 * Layers one after the other, each taking what the one before gives. Immutable, any thread.
 *
 * @param layers at least one; each as many inputs as the one before has outputs
 */
public record Network(List<NetworkLayer> layers) {
  /** Refuses no layers, and layers that do not fit together. */
  public Network {
    layers = List.copyOf(layers);
    Args.positive(layers.size(), "layers.size()");
    for (int l = 1; l < layers.size(); l++) {
      Args.require(
          layers.get(l).inputs() == layers.get(l - 1).outputs(),
          "inputs of layer " + l,
          layers.get(l).inputs(),
          layers.get(l - 1).outputs() + " as layer " + (l - 1) + " has outputs");
    }
  }

  /** How many layers. */
  public int depth() {
    return layers.size();
  }

  /** Layer l, from 0. */
  public NetworkLayer layer(int l) {
    return layers.get(l);
  }

  /** Numbers that go in. */
  public int inputs() {
    return layers.get(0).inputs();
  }

  /** Numbers that come out. */
  public int outputs() {
    return layers.get(layers.size() - 1).outputs();
  }

  /** The width of column c: 0 the input, l + 1 what layer l gives. */
  public int width(int c) {
    return c == 0 ? inputs() : layers.get(c - 1).outputs();
  }

  /** How many weights and biases in all. */
  public long parameters() {
    return layers.stream().mapToLong(NetworkLayer::parameters).sum();
  }
}
