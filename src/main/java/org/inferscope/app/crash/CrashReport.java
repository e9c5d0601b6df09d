package org.inferscope.app.crash;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.inferscope.compute.InferscopeException;
import org.inferscope.io.AppVersion;
import org.inferscope.io.log.StackTrace;
import org.inferscope.text.Texts;

/**
 * An error that nobody expected, ready to be shown.
 *
 * @param summary one sentence for the person
 * @param details everything a developer asks for, to be copied: version, system, thread, stack
 *     trace
 */
public record CrashReport(String summary, String details) {
  /** The report of an error on a thread. */
  public static CrashReport of(String thread, Throwable error, Instant now) {
    return new CrashReport(summary(error), details(thread, error, now));
  }

  private static String summary(Throwable error) {
    if (error instanceof InferscopeException plain) {
      return plain.sentence();
    }
    if (error instanceof OutOfMemoryError) {
      return Texts.get("crash.memory");
    }
    String message = error.getMessage();
    String kind = error.getClass().getSimpleName();
    return message == null
        ? Texts.get("crash.error", kind)
        : Texts.get("crash.errorSaying", kind, message.lines().findFirst().orElse(""));
  }

  private static String details(String thread, Throwable error, Instant now) {
    return String.join(
        "\n",
        "Inferscope " + AppVersion.current(),
        "Java " + property("java.version") + ", " + property("java.vendor"),
        String.join(" ", property("os.name"), property("os.version"), property("os.arch")),
        "Time " + now.truncatedTo(ChronoUnit.SECONDS),
        "Thread " + thread,
        "",
        StackTrace.of(error));
  }

  private static String property(String name) {
    return System.getProperty(name, "");
  }
}
