package org.inferscope.tab.roofline.sweep;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.inferscope.io.bench.KeptRun;
import org.inferscope.text.Texts;

/** What runs are called on screen. Stateless. */
final class RunWords {
  private static final String DATE = "d MMM uuuu, HH:mm";

  private RunWords() {}

  /** "27 Nov 2026, 16:58", where the machine's clock is. */
  static String date(Instant date) {
    return DateTimeFormatter.ofPattern(DATE, Texts.locale())
        .withZone(ZoneId.systemDefault())
        .format(date);
  }

  /** A run's name: when it was started. */
  static String title(KeptRun run) {
    return date(run.date());
  }
}
