package org.inferscope.compute.bench;

import java.time.Duration;
import java.util.SplittableRandom;
import org.inferscope.compute.Backend;
import org.inferscope.compute.DeviceTensor;
import org.inferscope.compute.MatrixView;
import org.inferscope.compute.MatrixView.Layout;

/** Measures products of random matrices that already lie in the device's memory. */
public final class MatmulBenchmark {
  /** How many operations to try a backend with before a product that may be too much for it. */
  private static final double TRIAL_FLOPS = 1e8;

  private static final int TRIALS = 4;

  private final Stopwatch stopwatch;
  private final Plan plan;

  /** A benchmark that measures this way. */
  public MatmulBenchmark(Stopwatch stopwatch, Plan plan) {
    this.stopwatch = stopwatch;
    this.plan = plan;
  }

  /** Measures one product on one backend, on the thread that owns the backend. */
  public MatmulResult run(Backend backend, MatmulSize size) {
    try (DeviceTensor a = random(backend, size.m(), size.k());
        DeviceTensor b = random(backend, size.k(), size.n());
        DeviceTensor c = backend.allocate((long) size.m() * size.n())) {
      return run(
          backend,
          size,
          MatrixView.of(a, size.m(), size.k()),
          MatrixView.of(b, size.k(), size.n()),
          MatrixView.of(c, size.m(), size.n()));
    }
  }

  /** a [M, K] x b [K, N] -> c [M, N]. */
  private MatmulResult run(
      Backend backend, MatmulSize size, MatrixView a, MatrixView b, MatrixView c) {
    Duration estimate = estimate(backend, size, a, b, c);
    return estimate.compareTo(plan.limit()) > 0
        ? new MatmulResult.TooSlow(size, estimate)
        : new MatmulResult.Measured(
            size, stopwatch.measure(() -> multiply(backend, a, b, c), plan));
  }

  /**
   * How long the product would take, judged by its first rows, the quickest of a few times they are
   * computed: a backend offers no way to stop it halfway.
   */
  private Duration estimate(
      Backend backend, MatmulSize size, MatrixView a, MatrixView b, MatrixView c) {
    int rows = (int) Math.max(1, Math.min(size.m(), TRIAL_FLOPS / 2 / size.k() / size.n()));
    Runnable trial = () -> multiply(backend, firstRows(a, rows), b, firstRows(c, rows));
    Duration quickest = stopwatch.once(trial);
    for (int again = 1; again < TRIALS; again++) {
      Duration time = stopwatch.once(trial);
      quickest = time.compareTo(quickest) < 0 ? time : quickest;
    }
    return quickest.multipliedBy(size.m()).dividedBy(rows);
  }

  private static MatrixView firstRows(MatrixView all, int rows) {
    return new MatrixView(all.tensor(), all.offset(), rows, all.cols(), all.stride());
  }

  private static void multiply(Backend backend, MatrixView a, MatrixView b, MatrixView c) {
    backend.gemm(1, a, Layout.PLAIN, b, Layout.PLAIN, 0, c);
    backend.synchronize();
  }

  /** Numbers from −1 to 1, the same in every run. */
  private static DeviceTensor random(Backend backend, int rows, int cols) {
    SplittableRandom random = new SplittableRandom(rows * 31L + cols);
    float[] numbers = new float[rows * cols];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) (2 * random.nextDouble() - 1);
    }
    return backend.upload(numbers);
  }
}
