package org.inferscope.model.gpt2.weights;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inferscope.model.gpt2.Gpt2Config;
import org.inferscope.model.gpt2.Gpt2Weights;
import org.inferscope.tensor.Shape;

/**
 * A parameter, and how large a part of the model it is. Immutable, any thread.
 *
 * @param name as Hugging Face has it, "h.0.attn.c_attn.weight"
 * @param shape [in, out] for a layer's weights
 * @param index its place in the order of the computation, from 0
 * @param share of all numbers of the model, from 0 to 1
 */
public record ParameterFacts(String name, Shape shape, int index, double share) {

  /** All parameters of a model in the order of the computation, an own unembedding last. */
  public static List<ParameterFacts> of(Gpt2Weights weights) {
    Gpt2Config config = weights.config();
    List<Gpt2Config.Parameter> all = new ArrayList<>(config.parameters());
    if (weights.hasUnembedding()) {
      all.add(
          new Gpt2Config.Parameter(
              Gpt2Weights.UNEMBEDDING, Shape.of(config.vocabulary(), config.width())));
    }
    double total = all.stream().mapToLong(parameter -> parameter.shape().size()).sum();
    List<ParameterFacts> facts = new ArrayList<>();
    for (Gpt2Config.Parameter parameter : all) {
      Shape shape = parameter.shape();
      facts.add(
          new ParameterFacts(parameter.name(), shape, facts.size(), shape.size() / total));
    }
    return List.copyOf(facts);
  }

  /** The parameter of a name. */
  public static Optional<ParameterFacts> find(List<ParameterFacts> all, String name) {
    return all.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  /** How many numbers it has. */
  public long count() {
    return shape.size();
  }

  /** Rows when it is looked at as a matrix: 1 for a vector. */
  public int rows() {
    return shape.rank() == 1 ? 1 : shape.dim(0);
  }

  /** Columns when it is looked at as a matrix. */
  public int cols() {
    return shape.dim(shape.rank() - 1);
  }
}
