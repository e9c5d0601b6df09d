package org.inferscope.io.hub;

import java.io.IOException;
import java.time.Duration;

/**
 * Tries again where that may help: after a break, a time-out, or when the hub is busy. Counts only
 * failures in a row; a try that got on starts the count anew.
 */
final class Retries {
  private final Limits limits;
  private final Meter meter;
  private final String host;
  private final StopSign stop;
  private int failures;

  Retries(Limits limits, Meter meter, String host, StopSign stop) {
    this.limits = limits;
    this.meter = meter;
    this.host = host;
    this.stop = stop;
  }

  /** What is tried. */
  @FunctionalInterface
  interface Attempt<T> {
    T run() throws IOException;
  }

  /**
   * The result of the first try that succeeds.
   *
   * @throws org.inferscope.compute.InferscopeException if too many fail in a row
   */
  <T> T run(Attempt<T> attempt) {
    failures = 0;
    while (true) {
      stop.check();
      try {
        return attempt.run();
      } catch (IOException e) {
        failures++;
        if (failures >= limits.tries()) {
          throw HubProblem.gaveUp(host, e);
        }
        meter.pause(pause(e), stop);
      }
    }
  }

  /** The try under way has got on: failures before it no longer count. */
  void gotOn() {
    failures = 0;
  }

  private Duration pause(IOException error) {
    Duration asked = error instanceof BusyException busy ? busy.waitingTime() : Duration.ZERO;
    return asked.isZero() ? limits.pause(failures) : limits.shorter(asked);
  }
}
