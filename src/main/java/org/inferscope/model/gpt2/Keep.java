package org.inferscope.model.gpt2;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/**
 * Which values of a forward pass are kept. What is kept costs memory and the time to copy it;
 * nothing else does. Immutable, any thread.
 *
 * @param points the values
 * @param logits of which tokens
 */
public record Keep(Set<HookPoint> points, Logits logits) {

  /** Of which tokens logits are computed. */
  public enum Logits {
    /** Of none. */
    NONE,
    /** Of the last, which say what comes next. */
    LAST,
    /** Of all. */
    ALL
  }

  /** Copies the set. */
  public Keep {
    points = Set.copyOf(points);
  }

  /** The next token's logits alone. */
  public static Keep nextToken() {
    return new Keep(Set.of(), Logits.LAST);
  }

  /** What Hugging Face's library returns if asked for: hidden states, attention, all logits. */
  public static Keep huggingFace(Gpt2Config config) {
    Set<HookPoint> points = new HashSet<>(hiddenStates(config));
    points.addAll(everywhere(config, EnumSet.of(Site.PATTERN)));
    return new Keep(points, Logits.ALL);
  }

  /** Every value there is. */
  public static Keep everything(Gpt2Config config) {
    return new Keep(everywhere(config, EnumSet.allOf(Site.class)), Logits.ALL);
  }

  /** What the hidden states are made of: the embedding, the stream after each block, the end. */
  public static Set<HookPoint> hiddenStates(Gpt2Config config) {
    Set<HookPoint> points = new HashSet<>();
    for (int index = 0; index <= config.layers(); index++) {
      points.add(HookPoint.ofState(index, config.layers()));
    }
    return points;
  }

  /** These sites of every block, and those that are there once. */
  public static Set<HookPoint> everywhere(Gpt2Config config, Set<Site> sites) {
    Set<HookPoint> points = new HashSet<>();
    for (Site site : sites) {
      for (int layer = 0; layer < (site.isInBlocks() ? config.layers() : 1); layer++) {
        points.add(new HookPoint(site, layer));
      }
    }
    return points;
  }

  /** As this, with more values. */
  public Keep with(Set<HookPoint> more) {
    Set<HookPoint> all = new HashSet<>(points);
    all.addAll(more);
    return new Keep(all, logits);
  }
}
