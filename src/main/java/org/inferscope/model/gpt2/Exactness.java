package org.inferscope.model.gpt2;

import org.inferscope.tensor.Args;

/**
 * How far a model with rounded weights is from the one it was made from, over the tokens of a text.
 *
 * @param tokens how many tokens were compared
 * @param meanDivergence Kullback-Leibler divergence of what comes next, in nats, on average
 * @param maxDivergence the largest of them
 * @param topAgreement share of tokens after which both say the same next token
 */
public record Exactness(
    int tokens, double meanDivergence, double maxDivergence, double topAgreement) {

  /**
   * Compares two passes of one prompt, both with all logits.
   *
   * @param exact by weights of 32 bits
   */
  public static Exactness of(Gpt2Trace exact, Gpt2Trace rounded) {
    Args.require(exact.ids().equals(rounded.ids()), "rounded.ids()", rounded.ids(), "the same");
    double sum = 0;
    double max = 0;
    int agreed = 0;
    for (int position = 0; position < exact.tokens(); position++) {
      Distribution p = exact.logits(position);
      Distribution q = rounded.logits(position);
      double divergence = p.divergence(q);
      sum += divergence;
      max = Math.max(max, divergence);
      agreed += p.best() == q.best() ? 1 : 0;
    }
    int tokens = exact.tokens();
    return new Exactness(tokens, sum / tokens, max, (double) agreed / tokens);
  }
}
