package org.inferscope.model.gpt2.explain;

import java.util.List;
import java.util.Random;
import org.inferscope.model.gpt2.Gpt2Config;
import org.inferscope.model.gpt2.Gpt2Trace;
import org.inferscope.model.gpt2.HookPoint;
import org.inferscope.model.gpt2.Site;
import org.inferscope.model.gpt2.explain.Gpt2Ref.At;
import org.inferscope.model.gpt2.explain.Gpt2Ref.Contribution;
import org.inferscope.model.gpt2.explain.Gpt2Ref.Cosine;
import org.inferscope.model.gpt2.explain.Gpt2Ref.LensEntry;
import org.inferscope.model.gpt2.explain.Gpt2Ref.LensLogit;
import org.inferscope.model.gpt2.explain.Gpt2Ref.LensProbability;
import org.inferscope.model.gpt2.explain.Gpt2Ref.LensSum;
import org.inferscope.model.gpt2.explain.Gpt2Ref.Logit;
import org.inferscope.model.gpt2.explain.Gpt2Ref.LogitParts;
import org.inferscope.model.gpt2.explain.Gpt2Ref.LogitSum;
import org.inferscope.model.gpt2.explain.Gpt2Ref.Mean;
import org.inferscope.model.gpt2.explain.Gpt2Ref.Norm;
import org.inferscope.model.gpt2.explain.Gpt2Ref.Pair;
import org.inferscope.model.gpt2.explain.Gpt2Ref.Probability;
import org.inferscope.model.gpt2.explain.Gpt2Ref.ScoreSum;
import org.inferscope.model.gpt2.explain.Gpt2Ref.Variance;

/** Numbers of a pass drawn by chance: each kind, and each site, as often as the others. */
final class RandomRefs {
  private static final List<Site> SITES = List.of(Site.values());

  /** Kinds besides those of sites. */
  private static final int OTHERS = 14;

  private final Random random;
  private final Gpt2Config config;
  private final int tokens;

  RandomRefs(Gpt2Trace trace, long seed) {
    random = new Random(seed);
    config = trace.config();
    tokens = trace.tokens();
  }

  /** How many kinds there are. */
  static int kinds() {
    return SITES.size() + OTHERS;
  }

  Gpt2Ref next(int kind) {
    return kind < SITES.size() ? at(SITES.get(kind)) : other(kind - SITES.size());
  }

  private int layer() {
    return random.nextInt(config.layers());
  }

  private int head() {
    return random.nextInt(config.heads());
  }

  private int position() {
    return random.nextInt(tokens);
  }

  private int id() {
    return random.nextInt(config.vocabulary());
  }

  /** A hidden state, the last one only if it may be. */
  private int state(boolean mayBeLast) {
    return random.nextInt(config.layers() + (mayBeLast ? 1 : 0));
  }

  private Gpt2Ref at(Site site) {
    HookPoint point = new HookPoint(site, site.isInBlocks() ? layer() : 0);
    if (site.isOfPairs()) {
      int query = position();
      return new Pair(point, head(), query, random.nextInt(query + 1));
    }
    return new At(point, position(), random.nextInt(site.columns(config)));
  }

  private Gpt2Ref other(int kind) {
    return switch (kind) {
      case 0 -> new Logit(position(), id());
      case 1 -> new Probability(position(), id());
      case 2 -> new LogitSum(position());
      case 3 -> new LogitParts(position(), id());
      case 4 -> new Contribution(position(), id(), part());
      case 5 -> new ScoreSum(layer(), head(), position());
      case 6 -> new Mean(new HookPoint(Site.RESID_MID, layer()), position());
      case 7 -> new Variance(new HookPoint(Site.RESID_POST, layer()), position());
      case 8 -> new Norm(state(true), position());
      case 9 -> new Cosine(state(false), position());
      case 10 -> new LensLogit(state(true), position(), id());
      case 11 -> new LensProbability(state(true), position(), id());
      case 12 -> new LensSum(state(true), position());
      default -> new LensEntry(state(false), position(), random.nextInt(config.width()));
    };
  }

  private Part part() {
    return switch (random.nextInt(6)) {
      case 0 -> new Part.TokenEmbedding();
      case 1 -> new Part.PositionEmbedding();
      case 2 -> new Part.Head(layer(), head());
      case 3 -> new Part.AttentionBias(layer());
      case 4 -> new Part.Mlp(layer());
      default -> new Part.FinalBias();
    };
  }
}
