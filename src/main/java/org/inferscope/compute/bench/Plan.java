package org.inferscope.compute.bench;

import java.time.Duration;
import org.inferscope.tensor.Args;

/**
 * How long to measure.
 *
 * @param reps how many samples to take; fewer if the time runs out, but at least one
 * @param limit for all samples of one measurement together
 * @param warmUp for running before anything counts, so that code is compiled and caches are full;
 *     at least one run
 * @param sample the least a sample takes: quicker work is repeated inside it, since a clock does
 *     not resolve microseconds well
 */
public record Plan(int reps, Duration limit, Duration warmUp, Duration sample) {

  /** Refuses less than one sample. */
  public Plan {
    Args.positive(reps, "reps");
  }

  /** The usual warm-up and samples. */
  public static Plan of(int reps, Duration limit) {
    return new Plan(reps, limit, Duration.ofMillis(300), Duration.ofMillis(2));
  }
}
