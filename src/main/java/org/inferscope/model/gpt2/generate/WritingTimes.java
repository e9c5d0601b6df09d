package org.inferscope.model.gpt2.generate;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What tokens took with the cache and without, in the middle. A token for which the cache had to
 * read more than one, as all of a prompt at the start, does not count. Stateless, any thread.
 */
public final class WritingTimes {
  private WritingTimes() {}

  /** Whether a step counts for the medians. */
  public static boolean counts(Written step) {
    return step.read() <= 1;
  }

  /**
   * A step's time in milliseconds.
   *
   * @param cached with the cache, or without
   */
  public static OptionalDouble of(Written step, boolean cached) {
    return cached ? step.cached() : step.uncached();
  }

  /** The median in milliseconds; empty without a step that counts. */
  public static OptionalDouble median(List<Written> steps, boolean cached) {
    double[] times =
        steps.stream()
            .filter(WritingTimes::counts)
            .map(step -> of(step, cached))
            .filter(OptionalDouble::isPresent)
            .mapToDouble(OptionalDouble::getAsDouble)
            .toArray();
    if (times.length == 0) {
      return OptionalDouble.empty();
    }
    Arrays.sort(times);
    int half = times.length / 2;
    return OptionalDouble.of(
        times.length % 2 == 1 ? times[half] : (times[half - 1] + times[half]) / 2);
  }

  /** How many times as long a token takes without the cache; empty if one was not measured. */
  public static OptionalDouble speedup(List<Written> steps) {
    OptionalDouble with = median(steps, true);
    OptionalDouble without = median(steps, false);
    return with.isPresent() && without.isPresent() && with.getAsDouble() > 0
        ? OptionalDouble.of(without.getAsDouble() / with.getAsDouble())
        : OptionalDouble.empty();
  }
}
