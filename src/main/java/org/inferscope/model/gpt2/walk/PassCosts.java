package org.inferscope.model.gpt2.walk;

import java.util.List;
import java.util.Optional;
import org.inferscope.model.gpt2.Gpt2Config;
import org.inferscope.model.gpt2.Operation;
import org.inferscope.model.roofline.MatmulShape;
import org.inferscope.model.roofline.transformer.LayerMatmul;
import org.inferscope.model.roofline.transformer.LayerTotals;
import org.inferscope.model.roofline.transformer.TransformerSpec;
import org.inferscope.model.roofline.transformer.Workload;
import org.inferscope.tensor.Args;

/**
 * What the products of a pass cost, counted as the roofline does: {@code 2·M·K·N} operations, and
 * attention in full though the mask makes half of it useless. Immutable, any thread.
 *
 * @param config the model
 * @param tokens T, of the prompt
 * @param logitRows of how many tokens logits are computed, from 1 to T
 */
public record PassCosts(Gpt2Config config, int tokens, int logitRows) {
  /** The products of a block and, last, the unembedding. */
  public static final List<Operation> PRODUCTS =
      List.of(
          Operation.QKV,
          Operation.SCORES,
          Operation.MIX,
          Operation.OUTPUT,
          Operation.UP,
          Operation.DOWN,
          Operation.LOGITS);

  /** Refuses sizes that do not fit. */
  public PassCosts {
    Args.positive(tokens, "tokens");
    Args.inRange(logitRows, 1, tokens, "logitRows");
  }

  /** The model as the roofline sees it; its embedding counted once. */
  public TransformerSpec spec() {
    return new TransformerSpec(
        config.layers(),
        config.width(),
        config.heads(),
        config.heads(),
        config.inner(),
        false,
        config.vocabulary(),
        true,
        config.context());
  }

  /** The prompt as the roofline sees it. */
  public Workload work() {
    return new Workload(Workload.Phase.PREFILL, tokens, 1, 0);
  }

  /** The product that an operation of a block is; empty for any other. */
  public static Optional<LayerMatmul> matmul(Operation operation) {
    return switch (operation) {
      case QKV -> Optional.of(LayerMatmul.QKV);
      case SCORES -> Optional.of(LayerMatmul.SCORES);
      case MIX -> Optional.of(LayerMatmul.VALUES);
      case OUTPUT -> Optional.of(LayerMatmul.OUTPUT);
      case UP -> Optional.of(LayerMatmul.FFN_UP);
      case DOWN -> Optional.of(LayerMatmul.FFN_DOWN);
      default -> Optional.empty();
    };
  }

  /** The sizes of an operation that is a product; empty for any other. */
  public Optional<MatmulShape> shape(Operation operation) {
    if (operation == Operation.LOGITS) {
      return Optional.of(MatmulShape.of(logitRows, config.width(), config.vocabulary()));
    }
    return matmul(operation).map(matmul -> matmul.shape(spec(), work()));
  }

  /** Operations of one product; 0 for what is none. */
  public double flops(Operation operation) {
    return shape(operation).map(MatmulShape::flops).orElse(0.0);
  }

  /** Operations of a block's products. */
  public double layerFlops() {
    return new LayerTotals(spec(), work()).flops();
  }

  /** Operations of all products of the pass. */
  public double passFlops() {
    return config.layers() * layerFlops() + flops(Operation.LOGITS);
  }

  /** Operations of what a share is a share of. */
  public double flops(Scope scope) {
    return scope == Scope.LAYER ? layerFlops() : passFlops();
  }

  /** What a share is a share of. */
  public enum Scope {
    /** The six products of one block, as the notebook's Part 7 has it. */
    LAYER,
    /** All of the pass. */
    PASS
  }

  /** Whether an operation takes part in a scope at all. */
  public static boolean isIn(Operation operation, Scope scope) {
    return scope == Scope.PASS || operation.isInBlocks();
  }
}
