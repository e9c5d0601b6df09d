package org.inferscope.tab.roofline.sweep;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.inferscope.compute.MatmulImpl;
import org.inferscope.compute.bench.MatmulResult;
import org.inferscope.compute.bench.MatmulSize;
import org.inferscope.compute.bench.Plan;
import org.inferscope.io.bench.KeptResult;
import org.inferscope.text.Texts;

/** Guesses how long measuring takes, from how fast each implementation was last. One thread. */
final class TimeGuess {
  /** For an implementation that nothing is known of, in FLOP a second. */
  private static final double FIRST_GUESS = 5e9;

  /** What trying before measuring computes, and what making matrices costs. */
  private static final double TRIAL_FLOPS = 4e8;

  private static final double SECONDS_A_NUMBER = 2e-8;
  private static final double NANOS = 1e9;
  private static final double MILLIS = 1e3;
  private static final double MINUTE = 60;
  private static final double EXACT_BELOW = 10;
  private static final double STEP = 5;

  private final Plan plan;
  private final Map<String, Double> rates = new HashMap<>();

  TimeGuess(Plan plan) {
    this.plan = plan;
  }

  /** Takes over how fast it was, or how slow it would have been. */
  void learn(KeptResult kept) {
    if (kept.result() instanceof MatmulResult.Measured measured) {
      rates.put(kept.impl(), measured.size().flops() / (measured.timing().medianMs() / MILLIS));
    } else if (kept.result() instanceof MatmulResult.TooSlow slow) {
      rates.put(kept.impl(), slow.size().flops() / (slow.estimate().toNanos() / NANOS));
    } else {
      // What fails takes no time.
      rates.put(kept.impl(), Double.POSITIVE_INFINITY);
    }
  }

  /** Seconds that all sizes take with all implementations. */
  double seconds(List<MatmulSize> sizes, List<MatmulImpl> impls) {
    return sizes.stream()
        .mapToDouble(size -> impls.stream().mapToDouble(impl -> seconds(impl.id(), size)).sum())
        .sum();
  }

  /** Seconds that one measurement takes. */
  double seconds(String impl, MatmulSize size) {
    double rate = rates.getOrDefault(impl, FIRST_GUESS);
    double once = size.flops() / rate;
    double limit = plan.limit().toNanos() / NANOS;
    double before =
        Math.min(TRIAL_FLOPS, 4 * size.flops()) / rate
            + SECONDS_A_NUMBER * size.bytes() / Float.BYTES;
    if (once > limit) {
      return before;
    }
    double sample = Math.max(once, plan.sample().toNanos() / NANOS);
    return before
        + Math.max(once, plan.warmUp().toNanos() / NANOS)
        + Math.min(plan.reps() * sample, limit + once);
  }

  /** "3 s", "25 s", "2 min": no more exact than a guess is. */
  static String words(double seconds) {
    if (seconds >= MINUTE) {
      return Texts.get("rooflinesweep.minutes", Long.toString(Math.round(seconds / MINUTE)));
    }
    double rounded = seconds < EXACT_BELOW ? Math.ceil(seconds) : STEP * Math.round(seconds / STEP);
    return Texts.get("rooflinesweep.seconds", Long.toString(Math.round(Math.max(1, rounded))));
  }
}
