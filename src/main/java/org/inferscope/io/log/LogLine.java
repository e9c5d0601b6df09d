package org.inferscope.io.log;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * One record as one line: when, how grave, who, what; a stack trace follows on lines of its own.
 */
final class LogLine extends Formatter {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS xx", Locale.ROOT)
          .withZone(ZoneId.systemDefault());

  @Override
  public String format(LogRecord entry) {
    StringBuilder line =
        new StringBuilder(TIME.format(entry.getInstant()))
            .append(' ')
            .append(entry.getLevel().getName())
            .append(' ')
            .append(entry.getLoggerName())
            .append(": ")
            .append(formatMessage(entry))
            .append(System.lineSeparator());
    @Nullable Throwable error = entry.getThrown();
    return error == null ? line.toString() : line.append(StackTrace.of(error)).toString();
  }
}
