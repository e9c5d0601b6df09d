package org.inferscope.io.hub;

/**
 * A speed that the eye can follow: of the last few seconds, old ones fading out exponentially. One
 * thread.
 */
final class SpeedMeter {
  private static final double MEMORY_SECONDS = 4;
  private static final double SHORTEST_SECONDS = 0.25;

  private long since;
  private long waiting;
  private double bytes;
  private double seconds;

  SpeedMeter(long nanos) {
    since = nanos;
  }

  /** Counts bytes that came at a time. */
  void add(long count, long nanos) {
    waiting += count;
    double passed = (nanos - since) / 1e9;
    if (passed >= SHORTEST_SECONDS) {
      double kept = Math.exp(-passed / MEMORY_SECONDS);
      bytes = bytes * kept + waiting;
      seconds = seconds * kept + passed;
      waiting = 0;
      since = nanos;
    }
  }

  /** Leaves out a time in which nothing was to come. */
  void skipTo(long nanos) {
    since = nanos;
  }

  /** Bytes per second; 0 while it is too early to tell. */
  double perSecond() {
    return seconds > 0 ? bytes / seconds : 0;
  }
}
