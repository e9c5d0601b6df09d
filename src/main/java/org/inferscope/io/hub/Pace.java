package org.inferscope.io.hub;

import java.time.Duration;

/** The clock of a download, and how it waits between two tries; tests bring their own. */
public interface Pace {

  /** A time in nanoseconds that only grows. */
  long nanos();

  /**
   * Waits.
   *
   * @throws java.util.concurrent.CancellationException as soon as the sign says stop
   */
  void pause(Duration time, StopSign stop);

  /** By the machine's clock. */
  static Pace real() {
    return new Pace() {
      @Override
      public long nanos() {
        return System.nanoTime();
      }

      @Override
      public void pause(Duration time, StopSign stop) {
        stop.await(time);
      }
    };
  }
}
