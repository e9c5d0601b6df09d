package org.inferscope.model.gpt2.walk;

import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.gpt2.Operation;
import org.inferscope.model.gpt2.walk.PassCosts.Scope;

/** What something costs in a pass. */
public sealed interface CostRef extends ValueRef {
  /** Operations of one product. */
  record Flops(Operation operation) implements CostRef {}

  /** Operations of all products of a scope. */
  record AllFlops(Scope scope) implements CostRef {}

  /** The part that a product is of a scope's operations, in percent. */
  record FlopsShare(Operation operation, Scope scope) implements CostRef {}

  /** How long a step takes, in milliseconds. */
  record Millis(WalkStep step) implements CostRef {}

  /**
   * How long all steps of a scope take, in milliseconds.
   *
   * @param layer the block; of no meaning for the pass
   */
  record AllMillis(Scope scope, int layer) implements CostRef {}

  /** The part that a step is of a scope's time, in percent. */
  record TimeShare(WalkStep step, Scope scope) implements CostRef {}

  /** A size that a product is made of. */
  record Size(Letter letter) implements CostRef {}

  /** The sizes of a pass. */
  enum Letter {
    /** T, tokens. */
    TOKENS,
    /** Tokens whose logits are computed. */
    LOGIT_ROWS,
    /** D. */
    WIDTH,
    /** H. */
    HEADS,
    /** F. */
    INNER,
    /** L. */
    LAYERS,
    /** V. */
    VOCABULARY
  }
}
