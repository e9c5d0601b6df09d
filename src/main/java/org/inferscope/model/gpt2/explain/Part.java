package org.inferscope.model.gpt2.explain;

import org.inferscope.model.gpt2.HookPoint;

/**
 * A part of the model that writes into the residual stream, or what else a logit is the sum of. All
 * indices count from 0. Immutable, any thread.
 */
public sealed interface Part {
  /** The token's embedding. */
  record TokenEmbedding() implements Part {}

  /** The position's embedding. */
  record PositionEmbedding() implements Part {}

  /** One attention head. */
  record Head(int layer, int head) implements Part {}

  /** The bias that a layer's attention adds whatever its heads read. */
  record AttentionBias(int layer) implements Part {}

  /** A layer's attention as a whole, where an experiment set what its heads add. */
  record Attention(int layer) implements Part {}

  /** A layer's MLP with its bias. */
  record Mlp(int layer) implements Part {}

  /**
   * The stream as it is at a point where an experiment set it, in place of all that was written
   * before.
   */
  record Stream(HookPoint point) implements Part {}

  /** The bias of the final layer norm, which every logit gets whatever is in the stream. */
  record FinalBias() implements Part {}
}
