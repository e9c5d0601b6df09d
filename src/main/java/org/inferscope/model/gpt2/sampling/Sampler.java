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
 */
public final class Sampler {
  private final SamplingSettings settings;
  private final NumpyRandom random;
  private final Scores scores = new Scores();

  /** A sampler at the start of its seed's sequence. */
  public Sampler(SamplingSettings settings) {
    this.settings = settings;
    random = new NumpyRandom(settings.seed());
  }

  /** Passes over the random numbers of so many tokens that were chosen before. */
  public void skip(int tokens) {
    for (int i = 0; i < Args.notNegative(tokens, "tokens"); i++) {
      random.randomSample();
    }
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
    scores.start(logits, seen, settings);
    int id = scores.draw(random.randomSample());
    Probabilities model = new Probabilities(logits);
    List<Candidate> listed = new ArrayList<>();
    for (int place = 0; place < Math.min(candidates, logits.length); place++) {
      listed.add(candidate(scores.at(place), place < scores.kept(), model));
    }
    return new Choice(candidate(id, true, model), listed);
  }

  static void requireUsable(float[] logits) {
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

  private Candidate candidate(int id, boolean stays, Probabilities model) {
    double chance = stays ? scores.chance(id) : 0;
    return new Candidate(id, model.of(id), model.logit(id), chance);
  }
}
