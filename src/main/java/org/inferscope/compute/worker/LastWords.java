package org.inferscope.compute.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.inferscope.compute.exec.Daemons;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a worker writes on its error output: goes to the log line by line, and the last line is
 * kept. A thread of its own reads, so that the worker never waits for a reader.
 */
final class LastWords {
  private static final Logger LOG = LoggerFactory.getLogger(LastWords.class);
  private static final int LONGEST = 300;
  private static final long LEAVE_MILLIS = 1000;

  private final String name;
  private final Thread thread;
  private volatile String last = "";

  /** Begins to read; ends where the stream does. */
  LastWords(String name, InputStream errors) {
    this.name = name;
    thread = Daemons.thread("inferscope-worker-errors", () -> read(errors));
    thread.start();
  }

  private void read(InputStream errors) {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(errors, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        LOG.info("{}: {}", name, line);
        if (!line.isBlank() && !isPartOfATrace(line)) {
          last = line.strip();
        }
      }
    } catch (IOException e) {
      LOG.debug("The error output of {} broke off", name, e);
    }
  }

  /** Where an exception came from tells a person less than what it was. */
  private static boolean isPartOfATrace(String line) {
    return line.startsWith("\tat ") || line.startsWith("\t... ");
  }

  /** The last line of a worker that has ended, without the full stop; empty if it wrote none. */
  String afterTheEnd() {
    try {
      thread.join(LEAVE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    String line = last.length() > LONGEST ? last.substring(0, LONGEST) + "…" : last;
    return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
  }
}
