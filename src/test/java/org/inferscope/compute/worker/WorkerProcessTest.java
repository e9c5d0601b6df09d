package org.inferscope.compute.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

class WorkerProcessTest {
  private static final Logger LOG = Logger.getLogger(WorkerProcess.class.getName());

  private final Kept log = new Kept();

  @BeforeEach
  void listen() {
    LOG.addHandler(log);
    LOG.setUseParentHandlers(false);
  }

  @AfterEach
  void listenNoMore() {
    LOG.removeHandler(log);
    LOG.setUseParentHandlers(true);
  }

  @Test
  @Timeout(value = 10, threadMode = ThreadMode.SEPARATE_THREAD)
  void oneThatCannotBeKilledIsWaitedForAWhileAndNamedInTheLog() {
    Stuck stuck = new Stuck();
    new WorkerProcess("Driver 1", stuck, Duration.ofMillis(100)).kill();
    assertThat(stuck.kills).isEqualTo(1);
    assertThat(log.lines)
        .containsExactly("Driver 1 was killed and has not ended: process 4711 is still there");
  }

  @Test
  @Timeout(value = 10, threadMode = ThreadMode.SEPARATE_THREAD)
  void oneThatEndsWhenItIsKilledIsNotSpokenOf() {
    Stuck mortal = new Stuck();
    mortal.exit.complete(mortal);
    new WorkerProcess("Driver 1", mortal, Duration.ofMillis(100)).kill();
    assertThat(log.lines).isEmpty();
  }

  /** A process that waits in a driver: killing it changes nothing. */
  private static final class Stuck extends Process {
    private final CompletableFuture<Process> exit = new CompletableFuture<>();
    private int kills;

    @Override
    public OutputStream getOutputStream() {
      return OutputStream.nullOutputStream();
    }

    @Override
    public InputStream getInputStream() {
      return InputStream.nullInputStream();
    }

    @Override
    public InputStream getErrorStream() {
      return InputStream.nullInputStream();
    }

    @Override
    public int waitFor() {
      throw new IllegalStateException("this would be for ever");
    }

    @Override
    public boolean waitFor(long timeout, TimeUnit unit) {
      return exit.isDone();
    }

    @Override
    public int exitValue() {
      throw new IllegalThreadStateException("it runs");
    }

    @Override
    public void destroy() {}

    @Override
    public Process destroyForcibly() {
      kills++;
      return this;
    }

    @Override
    public CompletableFuture<Process> onExit() {
      return exit;
    }

    @Override
    public long pid() {
      return 4711;
    }
  }

  /** Keeps what is logged. */
  private static final class Kept extends Handler {
    private final List<String> lines = new ArrayList<>();

    @Override
    public void publish(LogRecord line) {
      lines.add(new SimpleFormatter().formatMessage(line));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
