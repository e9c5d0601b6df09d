package org.inferscope.model.network.explain;

import java.util.Optional;
import org.inferscope.model.linear.LayerQuantity;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;

/** The figures of {@link NetworkFigures}, of a layer or, where they can be added, of all. */
public enum NetworkQuantity {
  /** I, of a layer. */
  INPUTS(LayerQuantity.INPUTS),
  /** O, of a layer. */
  OUTPUTS(LayerQuantity.OUTPUTS),
  /** T, inputs of the batch. */
  BATCH(LayerQuantity.BATCH),
  /** Numbers in W: O·I. */
  WEIGHTS(LayerQuantity.WEIGHTS),
  /** Numbers in b: O. */
  BIASES(LayerQuantity.BIASES),
  /** Both: O·I + O. */
  PARAMETERS(LayerQuantity.PARAMETERS),
  /** Bytes that one number takes. */
  BYTES_PER_NUMBER(LayerQuantity.BYTES_PER_NUMBER),
  /** Bytes of W and b. */
  BYTES(LayerQuantity.BYTES),
  /** Those over 1024, the notebook's KB. */
  KILOBYTES(null),
  /** Floating-point operations for one input: 2·O·I. */
  FLOPS_ONE(LayerQuantity.FLOPS_ONE),
  /** Floating-point operations for the batch: 2·T·O·I. */
  FLOPS_BATCH(LayerQuantity.FLOPS_BATCH),
  /** Bytes of W, b, what goes in and what comes out, each moved once for the whole batch. */
  BYTES_MOVED(LayerQuantity.BYTES_MOVED),
  /** FLOPs of the batch per byte moved. */
  INTENSITY(LayerQuantity.INTENSITY);

  private final Optional<LayerQuantity> ofLayer;

  NetworkQuantity(@Nullable LayerQuantity ofLayer) {
    this.ofLayer = Optional.ofNullable(ofLayer);
  }

  /** The same figure of a linear layer, as the Linear tab has it; empty where it has none. */
  public Optional<LayerQuantity> ofLayer() {
    return ofLayer;
  }

  /** The quantity that a linear layer's figure stands for, if it is one of these. */
  static Optional<NetworkQuantity> of(LayerQuantity quantity) {
    for (NetworkQuantity one : values()) {
      if (one.ofLayer.filter(quantity::equals).isPresent()) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }

  /** Whether the whole network has this figure: not one of a single layer's sizes. */
  public boolean isOfWhole() {
    return this != INPUTS && this != OUTPUTS;
  }

  /** Name on screen. */
  public String title() {
    return ofLayer
        .map(LayerQuantity::title)
        .orElseGet(() -> Texts.get("networkexplain.figure.kilobytes"));
  }

  /** One sentence that says what the figure of a whole network is. */
  public String meaningOfWhole() {
    return switch (this) {
      case INPUTS, OUTPUTS, BATCH -> Texts.get("networkexplain.figure.batch.meaning");
      case WEIGHTS -> Texts.get("networkexplain.figure.weights.meaning");
      case BIASES -> Texts.get("networkexplain.figure.biases.meaning");
      case PARAMETERS -> Texts.get("networkexplain.figure.parameters.meaning");
      case BYTES_PER_NUMBER -> Texts.get("networkexplain.figure.perNumber.meaning");
      case BYTES -> Texts.get("networkexplain.figure.bytes.meaning");
      case KILOBYTES -> Texts.get("networkexplain.figure.kilobytes.meaning");
      case FLOPS_ONE -> Texts.get("networkexplain.figure.flopsOne.meaning");
      case FLOPS_BATCH -> Texts.get("networkexplain.figure.flopsBatch.meaning");
      case BYTES_MOVED -> Texts.get("networkexplain.figure.bytesMoved.meaning");
      case INTENSITY -> Texts.get("networkexplain.figure.intensity.meaning");
    };
  }

  /** Unit of the value, empty when it has none. */
  public String unit() {
    return ofLayer.map(LayerQuantity::unit).orElseGet(() -> Texts.get("networkexplain.unit.kb"));
  }
}
