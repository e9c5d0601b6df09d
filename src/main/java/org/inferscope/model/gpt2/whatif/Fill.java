package org.inferscope.model.gpt2.whatif;

import org.inferscope.model.gpt2.Intervention.Replacement;

/** What stands in for a part that is taken away. */
public enum Fill {
  /** Zeros. */
  ZERO,
  /** The mean over the prompt's tokens, for each dimension apart. */
  MEAN;

  Replacement replacement() {
    return switch (this) {
      case ZERO -> new Replacement.Zero();
      case MEAN -> new Replacement.Mean();
    };
  }
}
