package org.inferscope.tab.gpt2.desk;

import org.inferscope.compute.InferscopeException;
import org.inferscope.io.lesson.LessonFields;
import org.inferscope.io.lesson.LessonNode;
import org.inferscope.model.gpt2.generate.CacheUse;
import org.inferscope.model.gpt2.sampling.SamplingSettings;
import org.inferscope.tensor.Args;
import org.inferscope.tensor.NumpyRandom;

/**
 * What a person has set in the view of the next token. Immutable.
 *
 * @param sampling how a token is chosen
 * @param bars how many of the likeliest tokens are listed
 * @param tokens how many are written in one run at most
 * @param cache whether the model keeps keys and values while it writes
 */
public record NextSettings(SamplingSettings sampling, int bars, int tokens, CacheUse cache) {
  /** The most tokens that are listed. */
  public static final int MOST_BARS = 200;

  /** The most tokens of a run. */
  public static final int MOST_TOKENS = 1024;

  /** What it opens with: settings that can be seen to act, and both ways measured. */
  public static final NextSettings FIRST =
      new NextSettings(new SamplingSettings(false, 0.8, 40, 0.95, 0, 1, 0), 12, 24, CacheUse.BOTH);

  /** Refuses counts beyond what is shown. */
  public NextSettings {
    Args.inRange(bars, 1, MOST_BARS, "bars");
    Args.inRange(tokens, 1, MOST_TOKENS, "tokens");
  }

  /** With other settings of how a token is chosen. */
  public NextSettings with(SamplingSettings other) {
    return new NextSettings(other, bars, tokens, cache);
  }

  /** With another number of tokens listed. */
  public NextSettings withBars(int other) {
    return new NextSettings(sampling, other, tokens, cache);
  }

  /** With another length of a run. */
  public NextSettings withTokens(int other) {
    return new NextSettings(sampling, bars, other, cache);
  }

  /** With or without the cache. */
  public NextSettings with(CacheUse other) {
    return new NextSettings(sampling, bars, tokens, other);
  }

  LessonNode write() {
    return new LessonFields()
        .put("greedy", sampling.greedy())
        .put("temperature", sampling.temperature())
        .put("topK", sampling.topK())
        .put("topP", sampling.topP())
        .put("minP", sampling.minP())
        .put("repetitionPenalty", sampling.repetitionPenalty())
        .put("seed", sampling.seed())
        .put("bars", bars)
        .put("tokens", tokens)
        .put("cache", cache)
        .node();
  }

  static NextSettings read(LessonNode node) {
    return new NextSettings(
        sampling(node),
        node.get("bars").whole(1, MOST_BARS),
        node.get("tokens").whole(1, MOST_TOKENS),
        node.get("cache").oneOf(CacheUse.class));
  }

  private static SamplingSettings sampling(LessonNode node) {
    boolean greedy = node.get("greedy").flag();
    double temperature = node.get("temperature").number();
    int topK = node.get("topK").whole(0, Integer.MAX_VALUE);
    double topP = node.get("topP").number();
    double minP = node.get("minP").number();
    double penalty = node.get("repetitionPenalty").number();
    long seed = node.get("seed").whole(0, NumpyRandom.MAX_SEED);
    try {
      return new SamplingSettings(greedy, temperature, topK, topP, minP, penalty, seed);
    } catch (InferscopeException e) {
      throw node.error(e.sentence());
    }
  }
}
