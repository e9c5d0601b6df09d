package org.inferscope.compute.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.inferscope.compute.Backend;
import org.inferscope.compute.bench.MlpResult.MlpCase;
import org.inferscope.compute.bench.MlpResult.Phase;

/**
 * Measures a network (Part 5 of the notebook): its inputs one at a time, against all as one batch,
 * and in batches of growing size.
 */
public final class MlpBenchmark {
  /** The largest batch of the curve. */
  public static final int LARGEST_BATCH = 1024;

  /** How many inputs to try before all of them may be too much for a backend. */
  private static final int TRIAL_INPUTS = 4;

  private static final int TRIALS = 2;

  private final Stopwatch stopwatch;
  private final Plan plan;

  /** A benchmark that measures this way. */
  public MlpBenchmark(Stopwatch stopwatch, Plan plan) {
    this.stopwatch = stopwatch;
    this.plan = plan;
  }

  /** The batch sizes of the curve: 1, 2, 4 … 1024. */
  public static List<Integer> batchSizes() {
    List<Integer> sizes = new ArrayList<>();
    for (int size = 1; size <= LARGEST_BATCH; size *= 2) {
      sizes.add(size);
    }
    return sizes;
  }

  /** Measures one case, on the thread that owns the backend. */
  public MlpResult run(Backend backend, MlpCase wanted) {
    try (MlpNetwork network = new MlpNetwork(backend, wanted.dims(), wanted.inputs())) {
      return run(network, wanted);
    }
  }

  /**
   * Measures one case with a network that is there already.
   *
   * @param network of the case's widths, with at least as many inputs
   */
  public MlpResult run(MlpNetwork network, MlpCase wanted) {
    IntConsumer work = wanted.phase() == Phase.SINGLE ? network::single : network::batch;
    Duration estimate = estimate(work, wanted.inputs());
    return estimate.compareTo(plan.limit()) > 0
        ? new MlpResult.TooSlow(wanted, estimate)
        : new MlpResult.Measured(
            wanted, stopwatch.measure(() -> work.accept(wanted.inputs()), plan));
  }

  /** How long all inputs would take, judged by a few: a backend cannot be stopped halfway. */
  private Duration estimate(IntConsumer work, int inputs) {
    int few = Math.min(TRIAL_INPUTS, inputs);
    Duration quickest = stopwatch.once(() -> work.accept(few));
    for (int again = 1; again < TRIALS; again++) {
      Duration time = stopwatch.once(() -> work.accept(few));
      quickest = time.compareTo(quickest) < 0 ? time : quickest;
    }
    return quickest.multipliedBy(inputs).dividedBy(few);
  }
}
