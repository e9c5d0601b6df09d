package org.inferscope.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A Python on this machine, to run what this program writes for it.
 *
 * @param command the interpreter
 */
public record Python(String command) {
  private static final List<String> CANDIDATES = List.of("python3", "/usr/bin/python3", "python");
  private static final int LIMIT_SECONDS = 120;

  /** One that has NumPy; empty where there is none. */
  public static Optional<Python> withNumpy() throws IOException, InterruptedException {
    return thatRuns("import numpy");
  }

  /** Any Python 3; empty where there is none. */
  public static Optional<Python> any() throws IOException, InterruptedException {
    return thatRuns("import sys; assert sys.version_info >= (3, 6)");
  }

  private static Optional<Python> thatRuns(String code) throws IOException, InterruptedException {
    for (String candidate : CANDIDATES) {
      Python python = new Python(candidate);
      if (python.isThere() && python.run(List.of("-c", code), "").exitCode() == 0) {
        return Optional.of(python);
      }
    }
    return Optional.empty();
  }

  private boolean isThere() {
    try {
      new ProcessBuilder(command, "--version")
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .destroy();
      return true;
    } catch (IOException absent) {
      return false;
    }
  }

  /**
   * What a run ended with.
   *
   * @param exitCode 0 for success
   * @param out standard output
   * @param err standard error
   */
  public record Result(int exitCode, String out, String err) {}

  /** Runs a program, as pasted into a file. */
  public Result run(String program) throws IOException, InterruptedException {
    return run(List.of("-"), program);
  }

  /** Runs the interpreter with these arguments and this standard input, with a time limit. */
  public Result run(List<String> arguments, String input) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("inferscope-python");
    Path in = Files.writeString(folder.resolve("in"), input);
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    try {
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.command().addAll(arguments);
      builder.redirectInput(in.toFile()).redirectOutput(out.toFile()).redirectError(err.toFile());
      builder.environment().put("PYTHONIOENCODING", "utf-8");
      int exitCode = await(builder.start());
      return new Result(exitCode, Files.readString(out), Files.readString(err));
    } finally {
      for (Path file : List.of(in, out, err, folder)) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static int await(Process process) throws InterruptedException {
    if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().onExit().join();
      throw new AssertionError("Python did not end within " + LIMIT_SECONDS + " s");
    }
    return process.exitValue();
  }
}
