package org.inferscope.model.gpt2.sampling;

import org.inferscope.compute.InferscopeException;
import org.inferscope.tensor.Numbers;
import org.inferscope.tensor.NumpyRandom;
import org.inferscope.text.Texts;

/**
 * How a token is chosen, in the words of Hugging Face's transformers. Immutable.
 *
 * @param greedy always the likeliest; then only the repetition penalty has an effect beside it
 * @param temperature above 0; logits are divided by it: below 1 the likely become likelier
 * @param topK only the k likeliest can be chosen, and those as likely as the k-th; 0 for all
 * @param topP above 0 to 1; only the likeliest that together reach this probability; 1 for all
 * @param minP 0 to 1; only those with at least this part of the likeliest's probability; 0 for all
 * @param repetitionPenalty above 0; logits of tokens that were there are divided by it if positive,
 *     else multiplied: above 1 they become less likely (Keskar et al., 2019)
 * @param seed from 0 to 2³² − 1; the same choices follow from the same seed
 */
public record SamplingSettings(
    boolean greedy,
    double temperature,
    int topK,
    double topP,
    double minP,
    double repetitionPenalty,
    long seed) {

  /**
   * Refuses what has no meaning.
   *
   * @throws InferscopeException saying what would be right
   */
  public SamplingSettings {
    require(
        temperature > 0 && Double.isFinite(temperature),
        Texts.get("gpt2tokens.temperature", Numbers.full(temperature)));
    require(topK >= 0, Texts.get("gpt2tokens.topK", Numbers.count(topK)));
    require(topP > 0 && topP <= 1, Texts.get("gpt2tokens.topP", Numbers.full(topP)));
    require(minP >= 0 && minP <= 1, Texts.get("gpt2tokens.minP", Numbers.full(minP)));
    require(
        repetitionPenalty > 0 && Double.isFinite(repetitionPenalty),
        Texts.get("gpt2tokens.penalty", Numbers.full(repetitionPenalty)));
    require(
        seed >= 0 && seed <= NumpyRandom.MAX_SEED,
        Texts.get("gpt2tokens.seed", Numbers.count(seed), Numbers.count(NumpyRandom.MAX_SEED)));
  }

  /** Always the likeliest token. */
  public static SamplingSettings likeliest() {
    return new SamplingSettings(true, 1, 0, 1, 0, 1, 0);
  }

  /** By the model's own probabilities. */
  public static SamplingSettings plain(long seed) {
    return new SamplingSettings(false, 1, 0, 1, 0, 1, seed);
  }

  /** Whether some tokens cannot be chosen for being too unlikely. */
  boolean cuts() {
    return topK > 0 || topP < 1 || minP > 0;
  }

  private static void require(boolean ok, String sentence) {
    if (!ok) {
      throw new InferscopeException(sentence);
    }
  }
}
