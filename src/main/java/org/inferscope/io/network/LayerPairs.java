package org.inferscope.io.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.inferscope.compute.InferscopeException;
import org.inferscope.io.safetensors.TensorInfo;
import org.inferscope.model.network.NetworkPlan;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** Finds the layers that a file's tensors make up, in no particular order yet. */
final class LayerPairs {
  private static final String WEIGHT = "weight";
  private static final String BIAS = "bias";

  /** Makes an exception that names the file of a sentence. */
  private final Function<String, InferscopeException> problem;

  private final Map<String, TensorInfo> weights = new LinkedHashMap<>();
  private final Map<String, TensorInfo> biases = new LinkedHashMap<>();

  private LayerPairs(Function<String, InferscopeException> problem) {
    this.problem = problem;
  }

  /**
   * The layers, 1 to {@link NetworkPlan#DEEPEST}, each of an allowed size and with a bias of it.
   */
  static List<LayerTensors> of(
      List<TensorInfo> tensors, Function<String, InferscopeException> problem) {
    LayerPairs pairs = new LayerPairs(problem);
    tensors.forEach(pairs::take);
    return pairs.layers();
  }

  private void take(TensorInfo tensor) {
    String name = tensor.name();
    String last = name.substring(name.lastIndexOf('.') + 1);
    String prefix = name.substring(0, name.length() - last.length());
    if (last.equals(WEIGHT) && tensor.rank() == 2) {
      weights.put(prefix, tensor);
    } else if (last.equals(BIAS) && tensor.rank() == 1) {
      biases.put(prefix, tensor);
    } else {
      throw problem.apply(Texts.get("networkfiles.notOfALayer", name, tensor.shapeText()));
    }
  }

  private List<LayerTensors> layers() {
    if (weights.isEmpty() && biases.isEmpty()) {
      throw problem.apply(Texts.get("networkfiles.noTensors"));
    }
    biases.forEach(this::requireWeight);
    if (weights.size() > NetworkPlan.DEEPEST) {
      throw problem.apply(
          Texts.get(
              "networkfiles.tooDeep",
              Numbers.count(weights.size()),
              Numbers.count(NetworkPlan.DEEPEST)));
    }
    List<LayerTensors> layers = new ArrayList<>();
    weights.forEach((prefix, weight) -> layers.add(layer(prefix, weight)));
    return layers;
  }

  private void requireWeight(String prefix, TensorInfo bias) {
    if (!weights.containsKey(prefix)) {
      throw problem.apply(
          Texts.get(
              "networkfiles.weightMissing",
              prefix + WEIGHT,
              bias.name(),
              bias.shapeText(),
              "[" + bias.shape().get(0) + ", …]"));
    }
  }

  private LayerTensors layer(String prefix, TensorInfo weight) {
    Optional<TensorInfo> bias = Optional.ofNullable(biases.get(prefix));
    for (long width : weight.shape()) {
      if (width < 1 || width > NetworkPlan.WIDEST) {
        throw problem.apply(
            Texts.get(
                "networkfiles.width",
                weight.name(),
                weight.shapeText(),
                Numbers.count(NetworkPlan.WIDEST)));
      }
    }
    String expected = TensorInfo.text(weight.shape().subList(0, 1));
    if (bias.isEmpty() && !biases.isEmpty()) {
      throw problem.apply(
          Texts.get(
              "networkfiles.biasMissing",
              prefix + BIAS,
              expected,
              weight.name(),
              weight.shapeText()));
    }
    if (bias.isPresent() && !bias.get().shapeText().equals(expected)) {
      throw problem.apply(
          Texts.get(
              "networkfiles.biasShape",
              bias.get().name(),
              bias.get().shapeText(),
              expected,
              weight.name(),
              weight.shapeText()));
    }
    return new LayerTensors(prefix, weight, bias);
  }
}
