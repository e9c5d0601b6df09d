package org.inferscope.tab.gpt2.map;

import java.util.Optional;
import org.inferscope.model.gpt2.walk.WalkStep;
import org.inferscope.ui.paint.Box;

/**
 * A node of the path: an operation, or the head line of a block.
 *
 * @param step the operation; empty for a block's head line
 * @param layer the block; −1 outside the blocks
 * @param box where it lies
 * @param open how far its block is unfolded, 0 to 1; 1 for what does not fold
 */
record PathNode(Optional<WalkStep> step, int layer, Box box, double open) {

  /** Whether it stands for this step. */
  boolean is(WalkStep other) {
    return step.filter(other::equals).isPresent();
  }
}
