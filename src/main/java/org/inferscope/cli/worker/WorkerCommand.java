package org.inferscope.cli.worker;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.inferscope.compute.BackendLoader;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.exec.Daemons;
import org.inferscope.compute.worker.server.Limits;
import org.inferscope.compute.worker.server.Secret;
import org.inferscope.compute.worker.server.SharedMemory;
import org.inferscope.compute.worker.server.WorkerServer;
import org.inferscope.io.AppVersion;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code inferscope worker}: computes on one device for the process that has started it. That one
 * writes a secret as the first line of standard input and keeps the input open; when it ends, so
 * does this process, since the other one has ended, or means it to.
 *
 * <p>Once it listens it prints {@code inferscope-worker PROTOCOL VERSION PORT} on standard output,
 * and nothing more; what libraries print goes to standard error.
 */
@Command(name = "worker", mixinStandardHelpOptions = true)
public final class WorkerCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerCommand.class);

  /** How many seconds drivers have to answer after the end of standard input. */
  private static final int ALONE = 5;

  private final WorkerDevices devices;
  private final UnaryOperator<WorkerServer.Builder> extras;

  @ArgGroup(exclusive = true, multiplicity = "1")
  private Task task = new Task();

  @Option(names = "--exchange", paramLabel = "FILE", descriptionKey = "cli.worker.exchange")
  private @Nullable Path exchange;

  /** What it is started for. */
  private static final class Task {
    @Option(names = "--device", paramLabel = "ID", descriptionKey = "cli.worker.device")
    private String device = "";

    @Option(names = "--list", descriptionKey = "cli.worker.list")
    private boolean list;
  }

  /**
   * The command on these devices.
   *
   * @param extras adds what a worker does besides the backend's operations
   */
  public WorkerCommand(WorkerDevices devices, UnaryOperator<WorkerServer.Builder> extras) {
    this.devices = devices;
    this.extras = extras;
  }

  @Override
  public Integer call() {
    PrintStream out = System.out;
    System.setOut(System.err);
    if (task.list) {
      list(out);
    } else {
      serve(devices.loader(task.device), out);
    }
    return 0;
  }

  /**
   * Until all drivers have answered. One that hangs in its own code keeps no process whose parent
   * is gone: this thread returns, and the process ends.
   */
  private void list(PrintStream out) {
    CompletableFuture<Void> all =
        devices.list(
            line -> {
              out.println(line);
              out.flush();
            });
    CompletableFuture<Void> alone = new CompletableFuture<>();
    Thread parent =
        Daemons.thread(
            "inferscope-parent",
            () -> {
              awaitEnd();
              alone.completeOnTimeout(null, ALONE, SECONDS);
            });
    parent.start();
    CompletableFuture.anyOf(all, alone).join();
  }

  private static void awaitEnd() {
    try {
      while (System.in.read() >= 0) {
        // Nothing is said; what counts is the end.
      }
    } catch (IOException e) {
      LOG.debug("Standard input cannot be read, which is its end, too", e);
    }
  }

  private void serve(BackendLoader loader, PrintStream out) {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try {
      String secret = in.readLine();
      if (secret == null || secret.isBlank()) {
        throw new InferscopeException(Texts.get("cli.worker.noSecret"));
      }
      WorkerServer server = start(loader, secret);
      out.println(
          String.join(
              " ",
              "inferscope-worker",
              Integer.toString(WorkerServer.PROTOCOL),
              AppVersion.current(),
              Integer.toString(server.port())));
      out.flush();
      while (in.readLine() != null) {
        // Nothing more is said; what counts is the end.
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // The server is not closed: it may be busy, and all that it holds goes with this process.
  }

  private WorkerServer start(BackendLoader loader, String secret) throws IOException {
    WorkerServer.Builder server = extras.apply(WorkerServer.of(loader));
    shared().ifPresent(server::shared);
    return server
        .secret(new Secret(secret))
        .version(AppVersion.current())
        .limits(Limits.ofOneClient(loader.device().memory()))
        .start();
  }

  /** Without it numbers are sent, which takes longer. */
  private Optional<SharedMemory> shared() {
    if (exchange == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(SharedMemory.open(exchange));
    } catch (IOException e) {
      LOG.warn("Cannot share the memory of {}", exchange, e);
      return Optional.empty();
    }
  }
}
