package org.inferscope.compute.exec;

import java.util.concurrent.TimeUnit;

/**
 * How often a device that is lost is started again by itself: once, and once more when it has
 * worked for some minutes since. Any thread; times are of one clock, in nanoseconds.
 */
public final class Restarts {
  /** A device that has worked for so long after a restart has earned another one. */
  public static final long FORGIVEN_NANOS = TimeUnit.MINUTES.toNanos(3);

  private boolean restarted;
  private long readyNanos;

  /** The device works. */
  public synchronized void ready(long now) {
    readyNanos = now;
  }

  /** The device is lost. Says whether it is to be started again, which counts as done. */
  public synchronized boolean again(long now) {
    if (restarted && now - readyNanos < FORGIVEN_NANOS) {
      return false;
    }
    restarted = true;
    return true;
  }

  /** Forgets what was, as a person asks for the device. */
  synchronized void forgive() {
    restarted = false;
  }
}
