package org.inferscope.model.gpt2.whatif;

import org.inferscope.model.gpt2.Intervention.Replacement;

/** What stands in for a part that is taken away. */
public enum Fill {
  /** Zeros. */
  ZERO(new Replacement.Zero()),
  /** The mean over the prompt's tokens, for each dimension apart. */
  MEAN(new Replacement.Mean());

  private final Replacement replacement;

  Fill(Replacement replacement) {
    this.replacement = replacement;
  }

  Replacement replacement() {
    return replacement;
  }
}
