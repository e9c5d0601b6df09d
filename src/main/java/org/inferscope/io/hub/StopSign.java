package org.inferscope.io.hub;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/** Says that something is no longer wanted; ends the waits that know it. Any thread. */
public final class StopSign {
  private boolean stopped;

  /** Asks for the end, at once and for good. */
  public synchronized void stop() {
    stopped = true;
    notifyAll();
  }

  /** Whether the end was asked for. */
  public synchronized boolean isStopped() {
    return stopped;
  }

  /**
   * Leaves the work if its end was asked for.
   *
   * @throws CancellationException then; let it pass
   */
  public void check() {
    if (isStopped()) {
      throw new CancellationException("stopped");
    }
  }

  /**
   * Waits for a time, or until the end is asked for.
   *
   * @throws CancellationException if the end was asked for, or the thread was interrupted
   */
  public synchronized void await(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    try {
      for (long left = time.toNanos(); left > 0 && !stopped; left = end - System.nanoTime()) {
        TimeUnit.NANOSECONDS.timedWait(this, Math.max(left, 1_000_000));
      }
    } catch (InterruptedException e) {
      throw interrupted();
    }
    check();
  }

  /** What to throw after an interrupt, which stays noted on the thread. */
  static CancellationException interrupted() {
    Thread.currentThread().interrupt();
    return new CancellationException("interrupted");
  }
}
