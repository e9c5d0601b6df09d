package org.inferscope.model.gpt2.sampling;

import java.util.BitSet;

/**
 * Which tokens can be chosen under some settings, and in proportion to what. One thread; its memory
 * is kept for the next token. V is the number of logits.
 *
 * <p>score = logit, penalised if it was there, / temperature; mass = exp(score − highest).
 */
final class Scores {
  private final Ranking ranking = new Ranking();

  /** [V], of the token being chosen. */
  private double[] scores = {};

  private boolean greedy;
  private boolean cuts;

  /** How many of the likeliest can be chosen, and what their masses add up to. */
  private int kept;

  private double keptMass;

  /** Scores the logits of another token. */
  void start(float[] logits, BitSet seen, SamplingSettings settings) {
    score(logits, seen, settings);
    ranking.start(scores);
    cut(settings);
  }

  /**
   * Scores the same logits under settings with the same penalty: dividing by another temperature
   * leaves the order as it is, so that what was ranked need not be ranked again.
   */
  void again(float[] logits, BitSet seen, SamplingSettings settings) {
    score(logits, seen, settings);
    cut(settings);
  }

  /** How many tokens can be chosen. */
  int kept() {
    return kept;
  }

  /** What the masses of those that can be chosen add up to. */
  double keptMass() {
    return keptMass;
  }

  /** The token in a place, from 0 for the likeliest. */
  int at(int place) {
    return ranking.at(place);
  }

  double score(int id) {
    return scores[id];
  }

  /** exp(score − highest): what a token's chance is in proportion to. */
  double mass(int id) {
    return Exponential.of(scores[id] - scores[ranking.at(0)]);
  }

  /** Whether a token can be chosen: no worse than the last that stays. */
  boolean stays(int id) {
    if (kept == scores.length) {
      return true;
    }
    int last = ranking.at(kept - 1);
    return scores[id] > scores[last] || (scores[id] == scores[last] && id <= last);
  }

  /** The chance of a token to be chosen; 0 if it is ruled out. */
  double chance(int id) {
    return !stays(id) ? 0 : greedy ? 1 : mass(id) / keptMass;
  }

  /**
   * Walks through what stays, the likeliest first, until a part of the whole is passed.
   *
   * @param share from 0 to below 1
   */
  int draw(double share) {
    double part = share * keptMass;
    if (!greedy && !cuts) {
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

  /** Greedy choices know no temperature: dividing would change nothing but the last digit. */
  private void score(float[] logits, BitSet seen, SamplingSettings settings) {
    if (scores.length != logits.length) {
      scores = new double[logits.length];
    }
    greedy = settings.greedy();
    cuts = settings.cuts();
    double temperature = greedy ? 1 : settings.temperature();
    double[] to = scores;
    for (int id = 0; id < to.length; id++) {
      to[id] = logits[id] / temperature;
    }
    double penalty = settings.repetitionPenalty();
    for (int id = seen.nextSetBit(0); id >= 0 && id < scores.length; id = seen.nextSetBit(id + 1)) {
      scores[id] = scores[id] < 0 ? scores[id] * penalty : scores[id] / penalty;
    }
  }

  private void cut(SamplingSettings settings) {
    if (greedy) {
      kept = 1;
      keptMass = 1;
      return;
    }
    kept = scores.length;
    if (settings.topK() > 0 && settings.topK() < scores.length) {
      cutToTopK(settings.topK());
    }
    if (kept == scores.length) {
      keptMass = massOfAll();
    }
    if (settings.topP() < 1) {
      cutToTopP(settings.topP());
    }
    if (settings.minP() > 0) {
      cutToMinP(settings.minP());
    }
  }

  private void cutToTopK(int k) {
    int n = k;
    double last = scores[ranking.at(n - 1)];
    while (n < scores.length && scores[ranking.at(n)] == last) {
      n++;
    }
    keep(n);
  }

  /** A token stays if those before it do not reach p yet; the first always does. */
  private void cutToTopP(double p) {
    double enough = p * keptMass;
    double before = mass(ranking.at(0));
    int n = 1;
    while (n < kept && before < enough) {
      before += mass(ranking.at(n));
      n++;
    }
    keep(n);
  }

  private void cutToMinP(double p) {
    int n = 1;
    while (n < kept && mass(ranking.at(n)) >= p) {
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
}
