package org.inferscope.compute.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** Warms up, repeats and takes the median. */
public final class Stopwatch {
  private static final double NANOS_PER_MS = 1e6;

  private final LongSupplier nanoClock;
  private final Runnable checkpoint;

  /**
   * A stopwatch.
   *
   * @param nanoClock {@code System::nanoTime}, or a test's own
   * @param checkpoint called between the samples; throws to give up, as {@code
   *     JobContext::checkCancelled} does
   */
  public Stopwatch(LongSupplier nanoClock, Runnable checkpoint) {
    this.nanoClock = nanoClock;
    this.checkpoint = checkpoint;
  }

  /** Work that can be repeated, and timed as it sees fit. */
  @FunctionalInterface
  public interface Timed {
    /** Works so many times and says how many nanoseconds that took; complete when it returns. */
    long nanos(int runs, LongSupplier nanoClock);
  }

  /**
   * Measures some work.
   *
   * @param work one run, complete when it returns
   */
  public Timing measure(Runnable work, Plan plan) {
    return measure(timed(work), plan);
  }

  /** Measures some work. */
  public Timing measure(Timed work, Plan plan) {
    long runNanos = warmUp(work, plan.warmUp());
    int runs = (int) Math.max(1, plan.sample().toNanos() / Math.max(1, runNanos));
    List<Double> samples = new ArrayList<>();
    long start = nanoClock.getAsLong();
    do {
      checkpoint.run();
      samples.add(work.nanos(runs, nanoClock) / (NANOS_PER_MS * runs));
    } while (samples.size() < plan.reps()
        && nanoClock.getAsLong() - start < plan.limit().toNanos());
    return new Timing(samples, samples.size() == plan.reps());
  }

  /** Throws if the work is to be given up. */
  public void checkpoint() {
    checkpoint.run();
  }

  /** The time of one run of some work, without warming up. */
  public Duration once(Runnable work) {
    return once(timed(work));
  }

  /** The time of one run of some work, without warming up. */
  public Duration once(Timed work) {
    return Duration.ofNanos(work.nanos(1, nanoClock));
  }

  /** Runs for a while and returns the time of the last run. */
  private long warmUp(Timed work, Duration time) {
    long start = nanoClock.getAsLong();
    long last;
    do {
      checkpoint.run();
      last = work.nanos(1, nanoClock);
    } while (nanoClock.getAsLong() - start < time.toNanos());
    return last;
  }

  private static Timed timed(Runnable work) {
    return (runs, clock) -> {
      long start = clock.getAsLong();
      for (int run = 0; run < runs; run++) {
        work.run();
      }
      return clock.getAsLong() - start;
    };
  }
}
