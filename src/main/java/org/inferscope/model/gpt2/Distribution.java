package org.inferscope.model.gpt2;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import org.inferscope.tensor.Args;

/**
 * Logits of the next token and the probabilities they stand for, {@code softmax(logits)} computed
 * in float64. Immutable, any thread.
 */
public final class Distribution {
  private final float[] logits;
  private final double max;
  private final double sum;

  private Distribution(float[] logits) {
    this.logits = logits;
    double highest = Double.NEGATIVE_INFINITY;
    for (float logit : logits) {
      highest = Math.max(highest, logit);
    }
    max = highest;
    double all = 0;
    for (float logit : logits) {
      all += Math.exp(logit - highest);
    }
    sum = all;
  }

  /** A distribution on an array that nobody changes any more. */
  static Distribution owning(float[] logits) {
    return new Distribution(logits);
  }

  /** A distribution of these logits, copied. */
  public static Distribution of(float[] logits) {
    return new Distribution(logits.clone());
  }

  /**
   * A token among others.
   *
   * @param id from 0
   * @param logit as computed
   * @param probability from 0 to 1
   */
  public record Scored(int id, float logit, double probability) {}

  /** V. */
  public int size() {
    return logits.length;
  }

  /** A token's logit. */
  public float logit(int id) {
    return logits[id];
  }

  /** A copy of all logits. */
  public float[] logits() {
    return logits.clone();
  }

  /** A token's probability. */
  public double probability(int id) {
    return Math.exp(logits[id] - max) / sum;
  }

  /** The natural logarithm of a token's probability. */
  public double logProbability(int id) {
    return logits[id] - max - Math.log(sum);
  }

  /** A token with its numbers. */
  public Scored scored(int id) {
    return new Scored(id, logits[id], probability(id));
  }

  /** The most probable token; of several the first. */
  public int best() {
    int best = 0;
    for (int id = 1; id < logits.length; id++) {
      if (logits[id] > logits[best]) {
        best = id;
      }
    }
    return best;
  }

  /** The most probable tokens, best first; of several as probable the first. */
  public List<Scored> top(int count) {
    Args.notNegative(count, "count");
    PriorityQueue<Integer> worstFirst = new PriorityQueue<>((a, b) -> compare(b, a));
    for (int id = 0; id < logits.length && count > 0; id++) {
      if (worstFirst.size() < count) {
        worstFirst.add(id);
      } else if (logits[id] > logits[worstFirst.element()]) {
        worstFirst.remove();
        worstFirst.add(id);
      }
    }
    List<Integer> ids = new ArrayList<>(worstFirst);
    ids.sort(this::compare);
    return ids.stream().map(this::scored).toList();
  }

  /** Higher logit first, then lower id. */
  private int compare(int a, int b) {
    int byLogit = Float.compare(logits[b], logits[a]);
    return byLogit != 0 ? byLogit : Integer.compare(a, b);
  }

  /** How many tokens are more probable than this one. */
  public int rank(int id) {
    int better = 0;
    for (float logit : logits) {
      better += logit > logits[id] ? 1 : 0;
    }
    return better;
  }

  /**
   * How far another distribution is from this one: the Kullback-Leibler divergence {@code sum p
   * ln(p / q)} in nats, p being this one.
   */
  public double divergence(Distribution q) {
    Args.sameLength(size(), "this", q.size(), "q");
    double total = 0;
    for (int id = 0; id < logits.length; id++) {
      double p = probability(id);
      total += p == 0 ? 0 : p * (logProbability(id) - q.logProbability(id));
    }
    return Math.max(0, total);
  }
}
