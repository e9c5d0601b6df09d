package org.inferscope.compute.worker.server;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what other threads bring about. */
final class Waiting {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final long POLL_NANOS = 2_000_000;

  private Waiting() {}

  /** Returns as soon as it is true; fails, naming it, if it does not come true. */
  static void until(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not within " + LIMIT.toSeconds() + " s: " + what);
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
  }
}
