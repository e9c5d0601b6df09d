package org.inferscope.cli.model;

import java.io.PrintWriter;
import java.util.function.LongSupplier;
import org.inferscope.io.hub.DownloadProgress;
import org.inferscope.io.hub.ProgressWords;
import org.inferscope.text.Texts;

/**
 * How far a download is: one line that is written over on a terminal, a line every few seconds
 * where the output goes into a file.
 */
public final class ProgressLine {
  private static final long OFTEN_NANOS = 200_000_000L;
  private static final long SELDOM_NANOS = 5_000_000_000L;

  private final PrintWriter out;
  private final boolean interactive;
  private final LongSupplier clock;
  private long next;
  private boolean started;
  private int width;
  private String last = "";

  /**
   * A line.
   *
   * @param interactive whether it can be written over
   * @param clock nanoseconds
   */
  public ProgressLine(PrintWriter out, boolean interactive, LongSupplier clock) {
    this.out = out;
    this.interactive = interactive;
    this.clock = clock;
    this.next = clock.getAsLong();
  }

  /** Shows how far it is, unless it was shown a moment ago. */
  public void show(DownloadProgress progress) {
    last = words(progress);
    long now = clock.getAsLong();
    if (!started || now - next >= 0) {
      started = true;
      next = now + (interactive ? OFTEN_NANOS : SELDOM_NANOS);
      print();
    }
  }

  private static String words(DownloadProgress progress) {
    String words = ProgressWords.of(progress);
    return progress.total() == 0
        ? words
        : Texts.get("cli.model.get.line", percent(progress), words);
  }

  /** Right-aligned in three places. */
  private static String percent(DownloadProgress progress) {
    String percent = "" + (int) Math.floor(100 * progress.fraction());
    return " ".repeat(Math.max(0, 3 - percent.length())) + percent;
  }

  private void print() {
    if (interactive) {
      out.print("\r" + last + " ".repeat(Math.max(0, width - last.length())));
      width = last.length();
    } else {
      out.println(last);
    }
    out.flush();
  }

  /** Shows the last state and goes to a line of its own. */
  public void end() {
    if (started) {
      print();
    }
    if (interactive) {
      out.println();
    }
    out.flush();
  }
}
