package org.inferscope.model.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inferscope.model.linear.Initialisation;
import org.inferscope.tensor.Args;
import org.inferscope.tensor.NumpyRandom;

/**
 * What a network is to be: its widths and activations, and where its weights come from. Small even
 * where the network is large, unless weights are given, which are shared. Immutable, any thread.
 *
 * <p>Drawn weights come from one generator, started with the seed, that goes through the layers in
 * order as the notebook's does; layers with given weights draw nothing.
 *
 * @param inputs width of the input, 1 to {@link #WIDEST}
 * @param layers 1 to {@link #DEEPEST}
 * @param init one of {@link #INITIALISATIONS}
 * @param seed of the generator
 */
public record NetworkPlan(int inputs, List<LayerPlan> layers, Initialisation init, long seed) {
  /** The largest width. */
  public static final int WIDEST = 4096;

  /** The most layers. */
  public static final int DEEPEST = 24;

  /** The notebook's seed. */
  public static final long DEFAULT_SEED = 42;

  /** How weights can be drawn. */
  public static final List<Initialisation> INITIALISATIONS =
      List.of(
          Initialisation.XAVIER_NORMAL,
          Initialisation.HE_NORMAL,
          Initialisation.PYTORCH,
          Initialisation.ZEROS);

  /** Refuses sizes out of range, and given weights that do not fit between their columns. */
  public NetworkPlan {
    Args.inRange(inputs, 1, WIDEST, "inputs");
    layers = List.copyOf(layers);
    Args.inRange(layers.size(), 1, DEEPEST, "layers.size()");
    Args.require(INITIALISATIONS.contains(init), "init", init, "one of " + INITIALISATIONS);
    Args.require(
        seed >= 0 && seed <= NumpyRandom.MAX_SEED, "seed", seed, "0 to " + NumpyRandom.MAX_SEED);
    int before = inputs;
    for (LayerPlan layer : layers) {
      int columns = layer.given().map(weights -> weights.linear().inputs()).orElse(before);
      Args.require(columns == before, "inputs of given weights", columns, before + "");
      before = layer.outputs();
    }
  }

  /**
   * A drawn network as the notebook builds it: ReLU after each layer but the last, Xavier weights
   * of seed 42.
   *
   * @param widths of the input and of each layer
   */
  public static NetworkPlan of(int... widths) {
    List<LayerPlan> layers = new ArrayList<>();
    for (int c = 1; c < widths.length; c++) {
      boolean last = c == widths.length - 1;
      layers.add(LayerPlan.drawn(widths[c], last ? Activation.IDENTITY : Activation.RELU));
    }
    return new NetworkPlan(widths[0], layers, Initialisation.XAVIER_NORMAL, DEFAULT_SEED);
  }

  /** The plan of a network whose weights are known. */
  public static NetworkPlan of(Network network, String origin) {
    List<LayerPlan> layers = new ArrayList<>();
    for (NetworkLayer layer : network.layers()) {
      layers.add(
          new LayerPlan(
              layer.outputs(),
              layer.activation(),
              Optional.of(new GivenWeights(layer.linear(), origin))));
    }
    return new NetworkPlan(network.inputs(), layers, Initialisation.XAVIER_NORMAL, DEFAULT_SEED);
  }

  /** How many layers. */
  public int depth() {
    return layers.size();
  }

  /** The width of column c: 0 the input, l + 1 what layer l gives. */
  public int width(int c) {
    return c == 0 ? inputs : layers.get(c - 1).outputs();
  }

  /** All widths, the input's first. */
  public int[] widths() {
    int[] widths = new int[depth() + 1];
    for (int c = 0; c < widths.length; c++) {
      widths[c] = width(c);
    }
    return widths;
  }

  /** How many weights and biases in all. */
  public long parameters() {
    long sum = 0;
    for (int l = 0; l < depth(); l++) {
      sum += (long) width(l + 1) * width(l) + width(l + 1);
    }
    return sum;
  }

  /** Whether some weights are drawn, so that the seed matters. */
  public boolean isDrawn() {
    return layers.stream().anyMatch(layer -> layer.given().isEmpty());
  }

  /** Softmax layers that another layer follows: allowed, but seldom meant. */
  public List<Integer> softmaxInside() {
    List<Integer> found = new ArrayList<>();
    for (int l = 0; l < depth() - 1; l++) {
      if (layers.get(l).activation() == Activation.SOFTMAX) {
        found.add(l);
      }
    }
    return found;
  }

  /** Column c made wider or narrower; given weights beside it keep what fits. */
  public NetworkPlan withWidth(int c, int width) {
    int newInputs = c == 0 ? width : inputs;
    List<LayerPlan> changed = new ArrayList<>(layers);
    if (c > 0) {
      changed.set(c - 1, layers.get(c - 1).resized(width(c - 1), width));
    }
    if (c < depth()) {
      changed.set(c, layers.get(c).resized(width, width(c + 1)));
    }
    return new NetworkPlan(newInputs, changed, init, seed);
  }

  /** Layer l with another activation. */
  public NetworkPlan with(int l, Activation activation) {
    List<LayerPlan> changed = new ArrayList<>(layers);
    changed.set(l, layers.get(l).with(activation));
    return with(changed);
  }

  /**
   * A new layer before layer l, or at the end; as wide as the column before it, drawn, with ReLU.
   * One added at the end takes over the last layer's activation, which gets ReLU.
   */
  public NetworkPlan inserted(int l) {
    List<LayerPlan> changed = new ArrayList<>(layers);
    if (l == depth()) {
      changed.set(l - 1, layers.get(l - 1).with(Activation.RELU));
      changed.add(LayerPlan.drawn(width(l), layers.get(l - 1).activation()));
    } else {
      changed.add(l, LayerPlan.drawn(width(l), Activation.RELU));
    }
    return fitted(changed);
  }

  /** Without layer l; the one after it takes what the one before gives. */
  public NetworkPlan removed(int l) {
    List<LayerPlan> changed = new ArrayList<>(layers);
    changed.remove(l);
    return fitted(changed);
  }

  /** With a copy of layer l after it. */
  public NetworkPlan duplicated(int l) {
    List<LayerPlan> changed = new ArrayList<>(layers);
    changed.add(l + 1, layers.get(l));
    return fitted(changed);
  }

  /** With layer {@code from} taken out and put back in so that it becomes layer {@code to}. */
  public NetworkPlan moved(int from, int to) {
    List<LayerPlan> changed = new ArrayList<>(layers);
    changed.add(to, changed.remove(from));
    return fitted(changed);
  }

  /** The same structure with all weights drawn. */
  public NetworkPlan drawn(Initialisation other, long otherSeed) {
    return new NetworkPlan(
        inputs, layers.stream().map(LayerPlan::drawn).toList(), other, otherSeed);
  }

  private NetworkPlan with(List<LayerPlan> changed) {
    return new NetworkPlan(inputs, changed, init, seed);
  }

  /** Given weights made to fit the columns they now stand between. */
  private NetworkPlan fitted(List<LayerPlan> changed) {
    List<LayerPlan> fitting = new ArrayList<>();
    int before = inputs;
    for (LayerPlan layer : changed) {
      fitting.add(layer.resized(before, layer.outputs()));
      before = layer.outputs();
    }
    return with(fitting);
  }
}
