package org.inferscope.app;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.inferscope.compute.exec.JavaFlags;
import org.inferscope.compute.vector.VectorModule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs commands that compute a lot in a second Java that has the vector module, which a jar cannot
 * ask for by itself. Costs some tenths of a second, so the window is not started this way; it
 * computes with plain kernels where it was started without the module. Main thread.
 */
public final class VectorRestart {
  private static final Logger LOG = LoggerFactory.getLogger(VectorRestart.class);

  private static final List<List<String>> COMMANDS =
      List.of(List.of("trace"), List.of("generate"), List.of("bench", "gpt2"));

  /**
   * What makes vectors quicker by a tenth: no check of the bounds of each load, which our loops
   * keep within by their sizes, and large pages where Linux has them.
   */
  private static final List<String> QUICKER =
      List.of(
          "-Djdk.incubator.vector.VECTOR_ACCESS_OOB_CHECK=0",
          "-XX:+IgnoreUnrecognizedVMOptions",
          "-XX:+UseTransparentHugePages");

  private static final String FOR_A_WINDOW = "-XX:(AOTCache=|SharedArchiveFile=|Tier\\d).*";

  private static final String MAIN = "org.inferscope.Main";

  /** Tells the second Java that it is one, should it lack the module all the same. */
  private static final String SECOND = "inferscope.second";

  private VectorRestart() {}

  /**
   * Runs the command in a second Java if that helps, with this one's standard streams.
   *
   * @return its exit status; empty if this process has the module, the command does without, or
   *     there is no second Java
   */
  public static OptionalInt run(String... args) {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    if (!helps(VectorModule.kernels().isPresent(), List.of(args))
        || System.getProperty(SECOND) != null) {
      return OptionalInt.empty();
    }
    try {
      Process process = new ProcessBuilder(command(java, args)).inheritIO().start();
      return OptionalInt.of(waitFor(process));
    } catch (IOException e) {
      LOG.warn("No second Java: {} uses plain kernels", args[0], e);
      return OptionalInt.empty();
    }
  }

  /**
   * In a second Java, does something once the first has ended: whoever ends that means both.
   *
   * @param end called on a thread of the system's
   */
  public static void whenFirstEnds(Runnable end) {
    if (System.getProperty(SECOND) != null) {
      ProcessHandle.current()
          .parent()
          .map(ProcessHandle::onExit)
          .ifPresent(first -> tell(first, end));
    }
  }

  /** Nobody waits for what comes of it: the process ends. */
  private static void tell(CompletableFuture<ProcessHandle> first, Runnable end) {
    CompletableFuture<Void> unused = first.thenRun(end);
  }

  /** Whether a command is slow without the module. */
  static boolean helps(boolean hasModule, List<String> args) {
    return !hasModule
        && COMMANDS.stream()
            .anyMatch(
                command ->
                    args.size() >= command.size()
                        && args.subList(0, command.size()).equals(command));
  }

  /**
   * What the second Java is told of what the first one was: not what shortens the start of a
   * window, a cache that does not go with the module and compilers that wait.
   */
  static List<String> inherited(List<String> options) {
    return options.stream().filter(option -> !option.matches(FOR_A_WINDOW)).toList();
  }

  private static List<String> command(Path java, String... args) {
    List<String> command = new ArrayList<>();
    command.add(java.toString());
    command.addAll(inherited(ManagementFactory.getRuntimeMXBean().getInputArguments()));
    command.addAll(List.of("--add-modules", VectorModule.NAME));
    command.addAll(QUICKER);
    command.addAll(JavaFlags.ofThisVersion());
    command.add("-D" + SECOND + "=true");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
    command.addAll(List.of(args));
    return command;
  }

  /** Ends the second Java if this thread is to stop waiting. */
  private static int waitFor(Process process) throws IOException {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
