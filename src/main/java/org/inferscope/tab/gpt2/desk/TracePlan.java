package org.inferscope.tab.gpt2.desk;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.inferscope.model.gpt2.Gpt2Config;
import org.inferscope.model.gpt2.HookPoint;
import org.inferscope.model.gpt2.Keep;
import org.inferscope.model.gpt2.Site;

/** Which values of a pass are kept: as many as there is room for. Stateless, any thread. */
public final class TracePlan {
  private static final long FLOAT = Float.BYTES;

  /** Heads' results are H times as many numbers, and follow from what the heads read. */
  private static final Set<Site> ALL = EnumSet.complementOf(EnumSet.of(Site.RESULT));

  private TracePlan() {}

  /**
   * Everything but the heads' results if it fits; else hidden states and attention with all logits;
   * else those without logits but the last; else hidden states alone.
   *
   * @param tokens T
   * @param budget bytes that the values may take
   */
  public static Keep of(Gpt2Config config, int tokens, long budget) {
    Set<HookPoint> states = Keep.hiddenStates(config);
    Set<HookPoint> attention = new HashSet<>(states);
    attention.addAll(Keep.everywhere(config, EnumSet.of(Site.PATTERN)));
    List<Keep> plans =
        List.of(
            new Keep(Keep.everywhere(config, ALL), Keep.Logits.ALL),
            new Keep(attention, Keep.Logits.ALL),
            new Keep(attention, Keep.Logits.LAST));
    return plans.stream()
        .filter(plan -> bytes(config, tokens, plan) <= budget)
        .findFirst()
        .orElse(new Keep(states, Keep.Logits.LAST));
  }

  /** Whether a plan keeps what every number on screen can be followed through. */
  public static boolean isWhole(Gpt2Config config, Keep keep) {
    return keep.points().containsAll(Keep.everywhere(config, ALL))
        && keep.logits() == Keep.Logits.ALL;
  }

  /** What a plan takes. */
  static long bytes(Gpt2Config config, int tokens, Keep keep) {
    long numbers =
        switch (keep.logits()) {
          case NONE -> 0;
          case LAST -> config.vocabulary();
          case ALL -> (long) tokens * config.vocabulary();
        };
    for (HookPoint point : keep.points()) {
      numbers +=
          point.site().isOfPairs()
              ? (long) config.heads() * tokens * (tokens + 1L) / 2
              : (long) tokens * point.site().columns(config);
    }
    return numbers * FLOAT;
  }
}
