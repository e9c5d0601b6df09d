package org.inferscope.compute.bench;

import java.time.Duration;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.MatmulImpl;

/** Measures products of random matrices that already lie in the device's memory. */
public final class MatmulBenchmark {
  /** How many operations to try with before a product that may take too long. */
  private static final double TRIAL_FLOPS = 1e8;

  private static final int TRIALS = 4;

  private final Stopwatch stopwatch;
  private final Plan plan;

  /** A benchmark that measures this way; the stopwatch's checkpoint stops it halfway. */
  public MatmulBenchmark(Stopwatch stopwatch, Plan plan) {
    this.stopwatch = stopwatch;
    this.plan = plan;
  }

  /**
   * Measures one product, on the compute thread.
   *
   * @return {@link MatmulResult.Measured} or {@link MatmulResult.TooSlow}
   * @throws InferscopeException if the implementation cannot be used here or its device fails
   * @throws OutOfMemoryError if the matrices do not fit
   */
  public MatmulResult run(MatmulImpl impl, MatmulSize size) {
    try (MatmulImpl.Product product = impl.prepare(size.m(), size.k(), size.n())) {
      Duration estimate = estimate(product, size);
      return estimate.compareTo(plan.limit()) > 0
          ? new MatmulResult.TooSlow(size, estimate)
          : new MatmulResult.Measured(size, stopwatch.measure(timed(product, size.m()), plan));
    }
  }

  /**
   * How long the product would take, judged by its first rows, the quickest of a few times they are
   * computed.
   */
  private Duration estimate(MatmulImpl.Product product, MatmulSize size) {
    int rows = (int) Math.max(1, Math.min(size.m(), TRIAL_FLOPS / 2 / size.k() / size.n()));
    Stopwatch.Timed trial = timed(product, rows);
    Duration quickest = stopwatch.once(trial);
    for (int again = 1; again < TRIALS; again++) {
      stopwatch.checkpoint();
      Duration time = stopwatch.once(trial);
      quickest = time.compareTo(quickest) < 0 ? time : quickest;
    }
    return quickest.multipliedBy(size.m()).dividedBy(rows);
  }

  private Stopwatch.Timed timed(MatmulImpl.Product product, int rows) {
    return (runs, clock) -> product.nanos(rows, runs, clock, stopwatch::checkpoint);
  }
}
