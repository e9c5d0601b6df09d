package org.inferscope.model.gpt2.whatif;

/**
 * What becomes of one token when one part is taken away. Changes are after minus before, so that a
 * part that speaks for the token has negative ones.
 *
 * @param logit the token's logit without the part
 * @param logProbability the natural logarithm of its probability without the part
 * @param logitChange how much the logit has changed
 * @param logProbabilityChange how much the logarithm has changed, in nats
 * @param direct how much the logit would change if nothing but the part's own addend to the
 *     residual stream were replaced: no later part would answer to it, and the final layer norm
 *     would divide by what it divides by now
 */
public record Effect(
    double logit,
    double logProbability,
    double logitChange,
    double logProbabilityChange,
    double direct) {

  /** The token's probability without the part. */
  public double probability() {
    return Math.exp(logProbability);
  }

  /** One of the changes. */
  public double of(Measure measure) {
    return switch (measure) {
      case LOG_PROBABILITY -> logProbabilityChange;
      case LOGIT -> logitChange;
      case DIRECT -> direct;
    };
  }
}
