package org.inferscope.io.hub;

import java.time.Duration;
import java.util.function.Consumer;
import org.inferscope.io.hub.DownloadProgress.Stage;

/**
 * Counts the bytes of all files of a download and tells how far it is, about ten times a second.
 */
final class Meter {
  private static final long INTERVAL_NANOS = 100_000_000;

  private final Pace pace;
  private final Consumer<DownloadProgress> listener;
  private final SpeedMeter speed;
  private long total;
  private long bytes;
  private Stage stage;
  private String file = "";
  private double pause;
  private long told;

  Meter(Pace pace, Consumer<DownloadProgress> listener, Stage first) {
    this.pace = pace;
    this.stage = first;
    this.listener = listener;
    this.speed = new SpeedMeter(pace.nanos());
    tell();
  }

  /** So many bytes are to come, or to be found, besides those that were already counted. */
  void expect(long more) {
    total = bytes + more;
  }

  /** Goes on to something else. */
  void turnTo(Stage next, String name) {
    if (stage != next || !file.equals(name)) {
      stage = next;
      file = name;
      speed.skipTo(pace.nanos());
      tell();
    }
  }

  /** Bytes that were already there. */
  void found(long count) {
    bytes += count;
    tellSometimes();
  }

  /** Bytes that have come; negative for some that are thrown away. */
  void came(long count) {
    bytes += count;
    speed.add(Math.max(0, count), pace.nanos());
    tellSometimes();
  }

  /** Waits, and says so. */
  void pause(Duration time, StopSign stop) {
    Stage before = stage;
    pause = time.toMillis() / 1e3;
    turnTo(Stage.WAITING, file);
    pace.pause(time, stop);
    pause = 0;
    turnTo(before, file);
  }

  private void tellSometimes() {
    if (pace.nanos() - told >= INTERVAL_NANOS) {
      tell();
    }
  }

  /** Tells how far it is now. */
  void tell() {
    told = pace.nanos();
    long all = total == 0 ? 0 : Math.max(total, bytes);
    listener.accept(new DownloadProgress(stage, file, bytes, all, speed.perSecond(), pause));
  }
}
