package org.inferscope.compute.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.ProtocolException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.exec.Daemons;
import org.inferscope.compute.worker.server.Wire;
import org.inferscope.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running server and the way to it. Compute thread. Whatever goes wrong on the way ends it, so
 * that no late answer is taken for that to a later request.
 */
final class ServerProcess implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ServerProcess.class);

  /** How often to look whether to give up. */
  private static final long LOOK_MILLIS = 20;

  private static final long LEAVE_SECONDS = 3;

  private final ServerCommand command;
  private final Process process;
  private final DataOutputStream out;
  private final DataInputStream in;
  private final ExecutorService waiting = Daemons.single("inferscope-nd4j");

  private ServerProcess(ServerCommand command, Process process) {
    this.command = command;
    this.process = process;
    out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
  }

  /** Writes a request. */
  @FunctionalInterface
  interface Request {
    void write(DataOutputStream out) throws IOException;
  }

  /** Reads what was asked for. */
  @FunctionalInterface
  interface Answer<T> {
    T read(DataInputStream in) throws IOException;
  }

  /**
   * Starts a server.
   *
   * @param patience how long it may take until it speaks
   * @throws InferscopeException with the reason in words if it does not
   */
  static ServerProcess start(ServerCommand command, Duration patience) {
    ServerProcess server;
    try {
      server = new ServerProcess(command, command.start());
    } catch (IOException e) {
      String reason = Objects.requireNonNullElse(e.getMessage(), "");
      throw new InferscopeException(Texts.get("compute.nd4j.start", reason), e);
    }
    try {
      server.await(server::greeting, patience, () -> {});
      return server;
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private int greeting() throws IOException {
    int greeting = in.readInt();
    if (greeting != Wire.GREETING) {
      throw new ProtocolException("greeting " + greeting);
    }
    return greeting;
  }

  /**
   * Asks for something and waits for the answer.
   *
   * @param patience how long that may take
   * @param checkpoint called now and then; throws to give up
   * @throws InferscopeException if the server says why not, ends, or does not answer in time
   * @throws OutOfMemoryError if there is too little memory, there or here
   */
  <T> T ask(Request request, Answer<T> answer, Duration patience, Runnable checkpoint) {
    return await(() -> exchange(request, answer), patience, checkpoint);
  }

  private <T> T exchange(Request request, Answer<T> answer) throws IOException {
    try {
      request.write(out);
      out.flush();
    } catch (IOException e) {
      LOG.debug("ND4J no longer listens; it may have said why", e);
    }
    byte outcome = in.readByte();
    if (outcome == Wire.FAILED) {
      throw new InferscopeException(Texts.get("compute.nd4j.failed", in.readUTF()));
    }
    if (outcome == Wire.NO_MEMORY) {
      throw new OutOfMemoryError("in the process for ND4J");
    }
    if (outcome != Wire.DONE) {
      throw new ProtocolException("outcome " + outcome);
    }
    return answer.read(in);
  }

  private <T> T await(Callable<T> exchange, Duration patience, Runnable checkpoint) {
    Future<T> answer = waiting.submit(exchange);
    try {
      return await(answer, System.nanoTime(), patience, checkpoint);
    } catch (ExecutionException e) {
      throw failure(Objects.requireNonNullElse(e.getCause(), e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while ND4J computes", e);
    } finally {
      if (!answer.isDone()) {
        process.destroyForcibly();
      }
    }
  }

  private static <T> T await(Future<T> answer, long start, Duration patience, Runnable checkpoint)
      throws ExecutionException, InterruptedException {
    while (true) {
      try {
        return answer.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        checkpoint.run();
        if (System.nanoTime() - start > patience.toNanos()) {
          throw new InferscopeException(Texts.get("compute.nd4j.silent", patience.toSeconds()), e);
        }
      }
    }
  }

  /** What to tell of an exchange that failed; the server has ended when this returns. */
  private InferscopeException failure(Throwable cause) {
    if (cause instanceof InferscopeException told) {
      return told;
    }
    if (cause instanceof Error error) {
      process.destroyForcibly();
      throw error;
    }
    if (cause instanceof ProtocolException) {
      process.destroyForcibly();
      return new InferscopeException(Texts.get("compute.nd4j.garbled", command.log()), cause);
    }
    end();
    return new InferscopeException(
        Texts.get("compute.nd4j.ended", process.exitValue(), command.log()), cause);
  }

  /** Tells it to end, and ends it if it does not. */
  @Override
  public void close() {
    waiting.shutdown();
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      LOG.debug("ND4J no longer listens", e);
    }
    end();
  }

  /** Waits until it has ended; kills it if that takes long. */
  private void end() {
    boolean ended = false;
    try {
      ended = process.waitFor(LEAVE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!ended) {
      process.destroyForcibly().onExit().join();
    }
  }
}
