package org.inferscope.model.gpt2.sampling;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.inferscope.compute.InferscopeException;
import org.inferscope.tensor.Args;
import org.inferscope.tensor.NumpyRandom;
import org.inferscope.text.Texts;

/**
 * Chooses tokens one after another. Takes one random number for each, whatever the settings, so
 * that a seed stands for the same numbers in all of them. One thread; V is the number of logits.
 *
 * <p>score = logit, penalised if it was there, / temperature; chance = softmax(scores that stay).
 */
public final class Sampler {
  private final SamplingSettings settings;
  private final NumpyRandom random;
  private final Ranking ranking = new Ranking();

  /** [V], of the token being chosen. */
  private double[] scores = {};

  /** How many of the likeliest can be chosen, and what their exp(score − highest) add up to. */
  private int kept;

  private double keptMass;

  /** A sampler at the start of its seed's sequence. */
  public Sampler(SamplingSettings settings) {
    this.settings = settings;
    random = new NumpyRandom(settings.seed());
  }

  /**
   * Chooses the next token.
   *
   * @param logits [V], left as they are; minus infinity rules a token out
   * @param seen ids of all tokens before, for the repetition penalty
   * @param candidates how many of the likeliest to list; fewer if there are fewer
   * @throws InferscopeException if a logit is no number or infinite, or all rule their tokens out
   */
  public Choice choose(float[] logits, BitSet seen, int candidates) {
    Args.notNegative(candidates, "candidates");
    requireUsable(logits);
    score(logits, seen);
    ranking.start(scores);
    cut();
    int id = draw();
    Probabilities model = new Probabilities(logits);
    List<Candidate> listed = new ArrayList<>();
    for (int place = 0; place < Math.min(candidates, logits.length); place++) {
      listed.add(candidate(ranking.at(place), place < kept, model));
    }
    return new Choice(candidate(id, true, model), listed);
  }

  private static void requireUsable(float[] logits) {
    boolean any = false;
    for (float logit : logits) {
      // False for NaN.
      if (!(logit < Float.POSITIVE_INFINITY)) {
        throw new InferscopeException(Texts.get("gpt2tokens.badLogits"));
      }
      any |= logit > Float.NEGATIVE_INFINITY;
    }
    if (!any) {
      throw new InferscopeException(Texts.get("gpt2tokens.noLogits"));
    }
  }

  /** Greedy choices know no temperature: dividing would change nothing but the last digit. */
  private void score(float[] logits, BitSet seen) {
    if (scores.length != logits.length) {
      scores = new double[logits.length];
    }
    double temperature = settings.greedy() ? 1 : settings.temperature();
    for (int id = 0; id < logits.length; id++) {
      scores[id] = logits[id] / temperature;
    }
    double penalty = settings.repetitionPenalty();
    for (int id = seen.nextSetBit(0); id >= 0 && id < scores.length; id = seen.nextSetBit(id + 1)) {
      scores[id] = scores[id] < 0 ? scores[id] * penalty : scores[id] / penalty;
    }
  }

  private void cut() {
    if (settings.greedy()) {
      kept = 1;
      keptMass = 1;
      return;
    }
    kept = scores.length;
    if (settings.topK() > 0 && settings.topK() < scores.length) {
      cutToTopK();
    }
    if (kept == scores.length) {
      keptMass = massOfAll();
    }
    if (settings.topP() < 1) {
      cutToTopP();
    }
    if (settings.minP() > 0) {
      cutToMinP();
    }
  }

  private void cutToTopK() {
    int k = Math.min(settings.topK(), scores.length);
    double last = scores[ranking.at(k - 1)];
    while (k < scores.length && scores[ranking.at(k)] == last) {
      k++;
    }
    keep(k);
  }

  /** A token stays if those before it do not reach p yet; the first always does. */
  private void cutToTopP() {
    double enough = settings.topP() * keptMass;
    double before = mass(ranking.at(0));
    int n = 1;
    while (n < kept && before < enough) {
      before += mass(ranking.at(n));
      n++;
    }
    keep(n);
  }

  private void cutToMinP() {
    int n = 1;
    while (n < kept && mass(ranking.at(n)) >= settings.minP()) {
      n++;
    }
    keep(n);
  }

  private void keep(int n) {
    kept = n;
    keptMass = 0;
    for (int place = 0; place < n; place++) {
      keptMass += mass(ranking.at(place));
    }
  }

  private double massOfAll() {
    double sum = 0;
    double highest = scores[ranking.at(0)];
    for (double score : scores) {
      sum += Exponential.of(score - highest);
    }
    return sum;
  }

  /** exp(score − highest): what a token's chance is in proportion to. */
  private double mass(int id) {
    return Exponential.of(scores[id] - scores[ranking.at(0)]);
  }

  /**
   * Walks through what stays, the likeliest first, until the random part of the whole is passed.
   */
  private int draw() {
    double part = random.randomSample() * keptMass;
    if (!settings.greedy() && !settings.cuts()) {
      return drawFromAll(part);
    }
    double sum = 0;
    for (int place = 0; place < kept; place++) {
      sum += mass(ranking.at(place));
      if (part < sum) {
        return ranking.at(place);
      }
    }
    // Only by rounding.
    return ranking.at(0);
  }

  /** The same by id, which needs no order. */
  private int drawFromAll(double part) {
    double highest = scores[ranking.at(0)];
    double sum = 0;
    for (int id = 0; id < scores.length; id++) {
      sum += Exponential.of(scores[id] - highest);
      if (part < sum) {
        return id;
      }
    }
    return ranking.at(0);
  }

  private Candidate candidate(int id, boolean stays, Probabilities model) {
    double chance = !stays ? 0 : settings.greedy() ? 1 : mass(id) / keptMass;
    return new Candidate(id, model.of(id), model.logit(id), chance);
  }
}
