package org.inferscope.io.hub;

import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** How far a download is, in words: the same in the window and in the terminal. */
public final class ProgressWords {
  private static final long MINUTE = 60;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  private ProgressWords() {}

  /** A line such as "214.3 MB of 548.1 MB · 12.31 MB/s · 28 s left". */
  public static String of(DownloadProgress progress) {
    return switch (progress.stage()) {
      case ASKING -> Texts.get("hub.progress.asking");
      case CHECKING -> Texts.get("hub.progress.checking", amount(progress));
      case LOADING -> loading(progress);
      case WAITING ->
          Texts.get("hub.progress.waiting", amount(progress), time(Math.round(progress.pause())));
    };
  }

  private static String loading(DownloadProgress progress) {
    if (progress.secondsLeft().isEmpty()) {
      return amount(progress);
    }
    long left = (long) Math.ceil(progress.secondsLeft().getAsDouble());
    return Texts.get(
        "hub.progress.loading",
        amount(progress),
        Numbers.si(progress.bytesPerSecond(), "B/s"),
        left < DAY ? time(left) : Texts.get("hub.time.days"));
  }

  private static String amount(DownloadProgress progress) {
    String bytes = Numbers.bytes((double) progress.bytes());
    return progress.total() == 0
        ? bytes
        : Texts.get("hub.progress.amount", bytes, Numbers.bytes((double) progress.total()));
  }

  /** A time in the one or two units that suit it. */
  static String time(long seconds) {
    if (seconds < MINUTE) {
      return Texts.get("hub.time.seconds", "" + seconds);
    }
    return seconds < HOUR
        ? Texts.get("hub.time.minutes", "" + seconds / MINUTE, "" + seconds % MINUTE)
        : Texts.get("hub.time.hours", "" + seconds / HOUR, "" + seconds % HOUR / MINUTE);
  }
}
