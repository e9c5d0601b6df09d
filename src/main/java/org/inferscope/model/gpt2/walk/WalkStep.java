package org.inferscope.model.gpt2.walk;

import org.inferscope.model.gpt2.Operation;
import org.inferscope.tensor.Args;

/**
 * A step of the walk. Immutable, any thread.
 *
 * @param operation what is done
 * @param layer the block, from 0; 0 outside the blocks
 */
public record WalkStep(Operation operation, int layer) {
  /** Refuses a layer where there is none. */
  public WalkStep {
    Args.notNegative(layer, "layer");
    Args.require(operation.isInBlocks() || layer == 0, "layer", layer, "0 for " + operation);
  }

  /** A step outside the blocks. */
  public static WalkStep of(Operation operation) {
    return new WalkStep(operation, 0);
  }

  /** Whether it lies in a block. */
  public boolean isIn(int block) {
    return operation.isInBlocks() && layer == block;
  }
}
