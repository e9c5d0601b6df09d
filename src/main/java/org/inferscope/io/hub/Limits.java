package org.inferscope.io.hub;

import java.time.Duration;

/**
 * How patient a download is.
 *
 * @param connect for a connection to be made
 * @param answer for an answer to begin
 * @param silence for the next bytes of an answer
 * @param tries how often in a row a request may fail before the download gives up
 * @param firstPause before the second try; each further one is twice as long
 * @param longestPause the longest of these, also where the hub asks for more
 */
public record Limits(
    Duration connect,
    Duration answer,
    Duration silence,
    int tries,
    Duration firstPause,
    Duration longestPause) {

  /** For a line that may be slow and shaky. */
  public static Limits usual() {
    return new Limits(
        Duration.ofSeconds(15),
        Duration.ofSeconds(30),
        Duration.ofSeconds(30),
        6,
        Duration.ofSeconds(1),
        Duration.ofMinutes(2));
  }

  /** How long to wait after some failures in a row, the first being 1. */
  Duration pause(int failures) {
    Duration doubled = firstPause.multipliedBy(1L << Math.min(failures - 1, 20));
    return shorter(doubled);
  }

  /** A time, held to the longest pause. */
  Duration shorter(Duration asked) {
    return asked.compareTo(longestPause) > 0 ? longestPause : asked;
  }
}
