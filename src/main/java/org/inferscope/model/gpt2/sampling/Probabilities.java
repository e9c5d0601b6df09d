package org.inferscope.model.gpt2.sampling;

/** softmax(logits) of a model, in float64 with the highest subtracted; no choice depends on it. */
final class Probabilities {
  private final float[] logits;
  private final double highest;
  private final double sum;

  /**
   * Sums up.
   *
   * @param logits [V], none NaN, one at least finite
   */
  Probabilities(float[] logits) {
    this.logits = logits;
    float most = Float.NEGATIVE_INFINITY;
    for (float logit : logits) {
      if (logit > most) {
        most = logit;
      }
    }
    highest = most;
    double total = 0;
    for (float logit : logits) {
      total += Exponential.of(logit - highest);
    }
    sum = total;
  }

  float logit(int id) {
    return logits[id];
  }

  double of(int id) {
    return Exponential.of(logits[id] - highest) / sum;
  }
}
