package org.inferscope.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Another JVM on this test's class path, for what can only be seen from outside a process. */
public final class ChildJvm implements AutoCloseable {
  private static final int LIMIT_SECONDS = 180;
  private static final int NATIVE_ACCESS_IS_ASKED_FOR = 22;
  private static final int POLL_MILLIS = 10;

  private final Process process;
  private final Path out;
  private final Path err;

  private ChildJvm(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /**
   * Starts one.
   *
   * @param folder where its output is kept
   * @param environment what differs from this process's; an empty value removes the variable
   * @param command options, main class, arguments
   */
  public static ChildJvm start(Path folder, Map<String, String> environment, String... command)
      throws IOException {
    List<String> all = new ArrayList<>();
    all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    all.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Xmx256m"));
    if (Runtime.version().feature() >= NATIVE_ACCESS_IS_ASKED_FOR) {
      all.add("--enable-native-access=ALL-UNNAMED"); // As the manifest of the jar says.
    }
    all.addAll(List.of("-Duser.language=en", "-cp", TestClassPath.get()));
    all.addAll(List.of(command));
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(all).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    environment.forEach(
        (name, value) -> {
          if (value.isEmpty()) {
            builder.environment().remove(name);
          } else {
            builder.environment().put(name, value);
          }
        });
    return new ChildJvm(builder.start(), out, err);
  }

  /** Waits for its end and returns its exit code. */
  public int exitCode() throws InterruptedException {
    if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
      kill();
      throw new AssertionError("the process did not end within " + LIMIT_SECONDS + " s");
    }
    return process.exitValue();
  }

  /** What it has written to standard output. */
  public String out() throws IOException {
    return Files.readString(out);
  }

  /** What it has written to standard error. */
  public String err() throws IOException {
    return Files.readString(err);
  }

  /** Its process number. */
  public long pid() {
    return process.pid();
  }

  /** Waits until it has written this to standard output; fails if it ends without. */
  public void awaitOutput(String text) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
    while (!out().contains(text)) {
      if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
        throw new AssertionError("\"" + text + "\" was never written; its errors: " + err());
      }
    }
  }

  /** Kills it as {@code kill -9} does, and waits until it is gone. */
  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }
}
