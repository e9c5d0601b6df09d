package org.inferscope.io.hub;

import java.util.OptionalDouble;

/**
 * How far a download is.
 *
 * @param stage what it is doing
 * @param file the name of the file it is at; empty where it is at none
 * @param bytes how many bytes of the whole model are there
 * @param total how many there will be; 0 while that is not known
 * @param bytesPerSecond how fast it is at present, smoothed; 0 while that is not known
 * @param pause for how many seconds it waits, at {@link Stage#WAITING}, else 0
 */
public record DownloadProgress(
    Stage stage, String file, long bytes, long total, double bytesPerSecond, double pause) {

  /** What a download is doing. */
  public enum Stage {
    /** Asks the hub what the model consists of. */
    ASKING,
    /** Reads what is already there. */
    CHECKING,
    /** Takes in bytes. */
    LOADING,
    /** Waits before it tries again. */
    WAITING
  }

  /** The part that is there, from 0 to 1; 0 while the whole is not known. */
  public double fraction() {
    return total <= 0 ? 0 : Math.min(1, (double) bytes / total);
  }

  /** How many seconds the rest takes at the present speed. */
  public OptionalDouble secondsLeft() {
    return bytesPerSecond > 0 && total > 0
        ? OptionalDouble.of((total - bytes) / bytesPerSecond)
        : OptionalDouble.empty();
  }
}
