package org.inferscope.model.gpt2.sampling;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.inferscope.compute.InferscopeException;
import org.inferscope.tensor.Args;
import org.jspecify.annotations.Nullable;

/**
 * What may come after a token under settings that change: nothing is chosen. What does not depend
 * on the settings is computed once, and the order of the tokens only anew where the repetition
 * penalty changes, so that a slider can be dragged over it. One thread; V is the number of logits.
 */
public final class Prospects {
  private final float[] logits;
  private final BitSet seen;
  private final Probabilities model;
  private final Scores scores = new Scores();
  private @Nullable SamplingSettings current;

  /**
   * For the logits after a token.
   *
   * @param logits [V], which stay as they are
   * @param seen ids of all tokens up to there, for the repetition penalty
   * @throws InferscopeException if a logit is no number or infinite, or all rule their tokens out
   */
  public Prospects(float[] logits, BitSet seen) {
    Sampler.requireUsable(logits);
    this.logits = logits;
    this.seen = (BitSet) seen.clone();
    model = new Probabilities(logits);
  }

  /** V. */
  public int size() {
    return logits.length;
  }

  /** Applies settings; what is asked for then follows from them. */
  public void set(SamplingSettings settings) {
    SamplingSettings before = current;
    if (settings.equals(before)) {
      return;
    }
    if (before != null && before.repetitionPenalty() == settings.repetitionPenalty()) {
      scores.again(logits, seen, settings);
    } else {
      scores.start(logits, seen, settings);
    }
    current = settings;
  }

  /** The settings applied last. */
  public SamplingSettings settings() {
    SamplingSettings applied = current;
    if (applied == null) {
      throw new IllegalStateException("no settings yet");
    }
    return applied;
  }

  /** The likeliest tokens, likeliest first; fewer if there are fewer. */
  public List<Candidate> top(int count) {
    Args.notNegative(count, "count");
    settings();
    List<Candidate> listed = new ArrayList<>();
    for (int place = 0; place < Math.min(count, logits.length); place++) {
      listed.add(candidate(scores.at(place)));
    }
    return List.copyOf(listed);
  }

  /** A token with its numbers. */
  public Candidate candidate(int id) {
    settings();
    return new Candidate(id, model.of(id), model.logit(id), scores.chance(id));
  }

  /** How many tokens can be chosen. */
  public int kept() {
    settings();
    return scores.kept();
  }

  /** What the masses of those that can be chosen add up to: chance = mass / this. */
  public double keptMass() {
    settings();
    return scores.keptMass();
  }

  /** A token's score: its logit after penalty and temperature. */
  public double score(int id) {
    settings();
    return scores.score(id);
  }

  /** exp(score − highest score). */
  public double mass(int id) {
    settings();
    return scores.mass(id);
  }

  /** The highest score's token. */
  public int best() {
    settings();
    return scores.at(0);
  }

  /** Whether a token was there before, which the repetition penalty asks for. */
  public boolean wasSeen(int id) {
    return seen.get(id);
  }
}
