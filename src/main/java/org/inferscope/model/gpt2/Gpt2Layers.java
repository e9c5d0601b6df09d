package org.inferscope.model.gpt2;

import java.util.ArrayList;
import java.util.List;
import org.inferscope.compute.Backend;
import org.inferscope.compute.LayerWeights;
import org.inferscope.compute.MatrixView.Layout;
import org.inferscope.tensor.DType;

/**
 * The matrices that a model multiplies by, all in one format: four of each block and the
 * unembedding. They are made one by one, since those of fewer bits take their time. Compute thread.
 */
final class Gpt2Layers implements AutoCloseable {
  private static final List<String> OF_A_BLOCK =
      List.of("attn.c_attn", "attn.c_proj", "mlp.c_fc", "mlp.c_proj");

  private final Backend backend;
  private final Gpt2Config config;
  private final PlacedParameters parameters;
  private final DType format;
  private final List<LayerWeights> made = new ArrayList<>();

  Gpt2Layers(Backend backend, Gpt2Config config, PlacedParameters parameters, DType format) {
    this.backend = backend;
    this.config = config;
    this.parameters = parameters;
    this.format = format;
  }

  DType format() {
    return format;
  }

  /** Whether they are made from these parameters. */
  @SuppressWarnings("ReferenceEquality") // two models may have equal parameters
  boolean isFor(PlacedParameters others) {
    return parameters == others;
  }

  /** How many matrices there are. */
  int size() {
    return config.layers() * OF_A_BLOCK.size() + 1;
  }

  /** How many have been made. */
  int done() {
    return made.size();
  }

  boolean isComplete() {
    return done() == size();
  }

  /** Makes the next one. */
  void makeNext() {
    made.add(make(made.size()));
  }

  private LayerWeights make(int number) {
    if (number == size() - 1) {
      String name =
          parameters.has(Gpt2Weights.UNEMBEDDING) ? Gpt2Weights.UNEMBEDDING : "wte.weight";
      return backend.weights(parameters.matrix(name), Layout.TRANSPOSED, format); // [D, V]
    }
    int layer = number / OF_A_BLOCK.size();
    String name = "h." + layer + "." + OF_A_BLOCK.get(number % OF_A_BLOCK.size()) + ".weight";
    return backend.weights(parameters.matrix(name), Layout.PLAIN, format);
  }

  /** [D, 3D], to queries, keys and values. */
  LayerWeights qkv(int layer) {
    return made.get(layer * OF_A_BLOCK.size());
  }

  /** [D, D], from what the heads read to the residual stream. */
  LayerWeights attentionOut(int layer) {
    return made.get(layer * OF_A_BLOCK.size() + 1);
  }

  /** [D, F], to the MLP's neurons. */
  LayerWeights up(int layer) {
    return made.get(layer * OF_A_BLOCK.size() + 2);
  }

  /** [F, D], from the MLP's neurons to the residual stream. */
  LayerWeights down(int layer) {
    return made.get(layer * OF_A_BLOCK.size() + 3);
  }

  /** [D, V]. */
  LayerWeights unembedding() {
    return made.get(size() - 1);
  }

  @Override
  public void close() {
    made.forEach(LayerWeights::close);
    made.clear();
  }
}
