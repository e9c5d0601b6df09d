package org.inferscope.model.gpt2.whatif;

import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.gpt2.explain.Gpt2Ref;

/**
 * A number of a comparison. Those of the pass with all parts are {@link Gpt2Ref}s as they are. All
 * indices count from 0.
 */
public sealed interface WhatIfRef extends ValueRef {
  /** A number of the pass without some parts. */
  record After(Gpt2Ref ref) implements WhatIfRef {}

  /** How far what comes after a position is from what came there with all parts. */
  record Divergence(int position) implements WhatIfRef {}

  /** How much a token's probability to come after a position has changed. */
  record Difference(int position, int id) implements WhatIfRef {}

  /**
   * How much a token changes when one part alone is taken away.
   *
   * @param part a head or an MLP
   * @param position after which the token would come
   * @param id the token
   * @param measure what of it
   */
  record Change(Part part, int position, int id, Measure measure) implements WhatIfRef {}
}
