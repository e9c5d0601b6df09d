package org.inferscope.app.crash;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Catches what no thread caught, the event thread included: logs it, has it shown, and lets the
 * program go on.
 *
 * <p>A fault in a painter comes back sixty times a second. The same error (of one type, from one
 * place) is therefore logged and shown at most once a minute; what came between is only counted.
 * Any thread; reports are shown on the thread that failed, so whoever shows them goes elsewhere.
 */
public final class CrashNet implements Thread.UncaughtExceptionHandler {
  private static final Duration QUIET = Duration.ofMinutes(1);
  private static final int KINDS_REMEMBERED = 100;
  private static final int FRAMES_COMPARED = 3;

  /** Apart, since the net is installed before the first paint and logging is slow to wake up. */
  private static final class Log {
    private static final Logger LOG = LoggerFactory.getLogger(CrashNet.class);
  }

  private static final class Seen {
    private final Instant told;
    private int since;

    private Seen(Instant told) {
      this.told = told;
    }
  }

  private final Consumer<CrashReport> show;
  private final InstantSource clock;
  private final Map<String, Seen> seen =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
          return size() > KINDS_REMEMBERED;
        }
      };

  /**
   * A net that catches nothing before {@link #install}.
   *
   * @param show shows a report without waiting, on whatever thread it likes
   */
  public CrashNet(Consumer<CrashReport> show) {
    this(show, InstantSource.system());
  }

  CrashNet(Consumer<CrashReport> show, InstantSource clock) {
    this.show = show;
    this.clock = clock;
  }

  /** Catches from now on what no thread of this program catches. */
  public void install() {
    Thread.setDefaultUncaughtExceptionHandler(this);
  }

  @Override
  public void uncaughtException(Thread thread, Throwable error) {
    try {
      handle(thread, error);
    } catch (Throwable second) {
      // Nothing more can be done, and a thread must not die of its error being reported.
      second.addSuppressed(error);
      logIfPossible(second);
    }
  }

  private void handle(Thread thread, Throwable error) {
    int untold = untoldSince(error);
    if (untold < 0) {
      return;
    }
    String again = untold == 0 ? "" : " (and " + untold + " times more before)";
    Log.LOG.error("Uncaught on thread {}{}", thread.getName(), again, error);
    show.accept(CrashReport.of(thread.getName(), error, clock.instant()));
  }

  /** How often this error came without being told; negative if it is not to be told now either. */
  private synchronized int untoldSince(Throwable error) {
    String kind = error.getClass().getName() + top(error);
    Instant now = clock.instant();
    @Nullable Seen before = seen.get(kind);
    if (before != null && now.isBefore(before.told.plus(QUIET))) {
      before.since++;
      return -1;
    }
    seen.put(kind, new Seen(now));
    return before == null ? 0 : before.since;
  }

  private static String top(Throwable error) {
    StackTraceElement[] frames = error.getStackTrace();
    return Arrays.toString(Arrays.copyOf(frames, Math.min(FRAMES_COMPARED, frames.length)));
  }

  private static void logIfPossible(Throwable error) {
    try {
      Log.LOG.error("An uncaught error could not be reported", error);
    } catch (Throwable e) {
      // Not even that: out of memory, most likely.
    }
  }
}
