package org.inferscope.compute.worker;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.exec.Daemons;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A worker's process. It is given a secret as the first line of its standard input, which stays
 * open as long as it is to live: so it ends also where this process is killed. Any thread.
 */
final class WorkerProcess implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerProcess.class);
  private static final int LONGEST_LINE = 1000;
  private static final int SHOWN = 80;
  private static final long LEAVE_MILLIS = 3000;

  /** What the system needs to take a killed process apart. */
  private static final long DYING_MILLIS = 1000;

  /**
   * How long a killed process may take to be gone. One that waits in a driver takes for ever: the
   * system ends it only when the driver answers.
   */
  private static final Duration KILLING = Duration.ofSeconds(5);

  private static final int KILLED = 137;

  private final String name;
  private final Process process;
  private final Duration killing;
  private final LastWords lastWords;
  private final CompletableFuture<String> firstLine = new CompletableFuture<>();

  private WorkerProcess(String name, Process process) {
    this(name, process, KILLING);
  }

  /** One with another time limit for its end once it is killed. */
  WorkerProcess(String name, Process process, Duration killing) {
    this.name = name;
    this.process = process;
    this.killing = killing;
    lastWords = new LastWords(name, process.getErrorStream());
    Daemons.thread("inferscope-worker-output", this::read).start();
  }

  /** A worker that runs, and what it said. */
  record Started(WorkerProcess process, Announcement said) {}

  /**
   * Starts a worker and waits until it listens.
   *
   * @param name what to call it in sentences
   * @param secret what it asks of those who call, without line breaks
   * @param patience how long it may take
   * @throws InferscopeException with the reason in words if it does not; nothing is left of it then
   */
  static Started start(WorkerCommand command, String name, String secret, Duration patience) {
    WorkerProcess worker;
    try {
      worker = new WorkerProcess(name, command.start());
    } catch (IOException e) {
      String reason = Objects.requireNonNullElse(e.getMessage(), "");
      throw new InferscopeException(Texts.get("worker.start.impossible", name, reason), e);
    }
    boolean started = false;
    try {
      worker.tell(secret);
      Announcement said = worker.announcement(patience);
      started = true;
      return new Started(worker, said);
    } finally {
      if (!started) {
        worker.kill();
      }
    }
  }

  /** One that does not listen has ended, or will not say what is expected of it. */
  private void tell(String secret) {
    try {
      OutputStream in = process.getOutputStream();
      in.write((secret + "\n").getBytes(StandardCharsets.UTF_8));
      in.flush();
    } catch (IOException e) {
      LOG.debug("{} does not listen", name, e);
    }
  }

  private Announcement announcement(Duration patience) {
    String line;
    try {
      line = firstLine.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      String time = Numbers.duration(patience.toMillis() / 1e3);
      throw new InferscopeException(Texts.get("worker.start.silent", name, time), e);
    } catch (ExecutionException e) {
      throw new InferscopeException(endedAtStart(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + name + " starts", e);
    }
    Announcement said =
        Announcement.parse(line).orElseThrow(() -> new InferscopeException(garbled(line)));
    if (said.protocol() != Announcement.PROTOCOL) {
      throw new InferscopeException(Texts.get("worker.start.version", name, said.version()));
    }
    return said;
  }

  private String garbled(String line) {
    String printable = line.replaceAll("\\P{Print}+", " ").strip();
    String shown = printable.length() > SHOWN ? printable.substring(0, SHOWN) + "…" : printable;
    return Texts.get("worker.start.garbled", name, shown);
  }

  private void read() {
    try (InputStream out = new BufferedInputStream(process.getInputStream())) {
      String line = line(out);
      while (Announcement.isOfJava(line)) {
        line = line(out);
      }
      firstLine.complete(line);
      out.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // The end of the output without a line among the reasons.
      firstLine.completeExceptionally(e);
      LOG.debug("The output of {} has ended", name, e);
    }
  }

  /** A line or, from a program that knows none, a part of it. */
  private static String line(InputStream out) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int next = out.read();
    while (next >= 0 && next != '\n' && line.size() < LONGEST_LINE) {
      line.write(next);
      next = out.read();
    }
    if (next < 0 && line.size() == 0) {
      throw new IOException("no more lines");
    }
    return line.toString(StandardCharsets.UTF_8).stripTrailing();
  }

  private String endedAtStart() {
    if (!awaitEnd(DYING_MILLIS)) {
      return Texts.get("worker.start.mute", name);
    }
    String words = lastWords.afterTheEnd();
    return words.isEmpty()
        ? Texts.get("worker.start.ended", name, process.exitValue())
        : Texts.get("worker.start.endedSaying", name, process.exitValue(), words);
  }

  /**
   * Why it can no longer be reached, in words; waits a moment for its end.
   *
   * @param otherwise the sentence if it runs on
   */
  String whyGone(String otherwise) {
    if (!awaitEnd(DYING_MILLIS)) {
      return otherwise;
    }
    int status = process.exitValue();
    if (status == KILLED) {
      return Texts.get("worker.lost.killed", name);
    }
    String words = lastWords.afterTheEnd();
    return words.isEmpty()
        ? Texts.get("worker.lost.ended", name, status)
        : Texts.get("worker.lost.endedSaying", name, status, words);
  }

  private boolean awaitEnd(long millis) {
    try {
      return process.waitFor(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Its process number. */
  long pid() {
    return process.pid();
  }

  /** Ends it at once, and waits until it is gone; not for ever, since some cannot be killed. */
  void kill() {
    boolean gone =
        process
            .destroyForcibly()
            .onExit()
            .thenApply(ended -> true)
            .completeOnTimeout(false, killing.toMillis(), TimeUnit.MILLISECONDS)
            .join();
    if (gone) {
      lastWords.afterTheEnd();
    } else {
      LOG.warn("{} was killed and has not ended: process {} is still there", name, process.pid());
    }
  }

  /** Lets it end by itself; kills it if that takes long. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      LOG.debug("{} no longer listens", name, e);
    }
    if (!awaitEnd(LEAVE_MILLIS)) {
      kill();
    }
  }
}
