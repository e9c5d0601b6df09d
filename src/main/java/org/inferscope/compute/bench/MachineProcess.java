package org.inferscope.compute.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.inferscope.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures the machine in a process of its own that has what this one lacks, and whose arrays are
 * gone when it ends. The process is given the name of a file to write {@link MachineJson} to, and
 * prints a line such as {@code 2/8 Memory, reading} whenever it begins another limit. Where that
 * fails another benchmark measures instead, and a note says why.
 */
public final class MachineProcess implements MachineBenchmark {
  private static final Logger LOG = LoggerFactory.getLogger(MachineProcess.class);

  private static final Pattern STEP = Pattern.compile("(\\d{1,3})/(\\d{1,3}) (.+)");
  private static final long LOOK_MILLIS = 50;

  private final Starter starter;
  private final MachineBenchmark otherwise;

  /** Starts the process. */
  @FunctionalInterface
  public interface Starter {

    /**
     * Starts it; what it prints on standard error goes elsewhere.
     *
     * @param file to write the limits to
     */
    Process start(Path file) throws IOException;
  }

  /**
   * A benchmark in another process.
   *
   * @param otherwise measures if that process fails
   */
  public MachineProcess(Starter starter, MachineBenchmark otherwise) {
    this.starter = starter;
    this.otherwise = otherwise;
  }

  @Override
  public MachineCeilings run(Stopwatch stopwatch, Listener listener) {
    try {
      Path file = Files.createTempFile("inferscope-machine", ".json");
      try {
        return measured(file, stopwatch, listener);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException | IllegalArgumentException e) {
      LOG.warn("No other process can measure this machine", e);
      return here(String.valueOf(e.getMessage()), stopwatch, listener);
    }
  }

  private MachineCeilings measured(Path file, Stopwatch stopwatch, Listener listener)
      throws IOException {
    Process process = starter.start(file);
    try {
      await(process, stopwatch, listener);
    } finally {
      process.destroyForcibly();
    }
    if (process.exitValue() != 0) {
      throw new IOException(Texts.get("compute.machine.exit", process.exitValue()));
    }
    return MachineJson.parse(Files.readString(file));
  }

  private static void await(Process process, Stopwatch stopwatch, Listener listener)
      throws IOException {
    InputStream out = process.getInputStream();
    StringBuilder line = new StringBuilder();
    boolean running = true;
    while (running) {
      stopwatch.checkpoint();
      running = !ended(process);
      line.append(new String(out.readNBytes(out.available()), StandardCharsets.UTF_8));
      for (int end = line.indexOf("\n"); end >= 0; end = line.indexOf("\n")) {
        tell(line.substring(0, end).strip(), listener);
        line.delete(0, end + 1);
      }
    }
  }

  /** Waits a moment for the process; an interrupt ends the wait and is kept for later. */
  private static boolean ended(Process process) throws IOException {
    try {
      return process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static void tell(String line, Listener listener) {
    Matcher step = STEP.matcher(line);
    if (step.matches()) {
      double number = Integer.parseInt(step.group(1)) - 1;
      listener.progress(number / Math.max(1, Integer.parseInt(step.group(2))), step.group(3));
    }
  }

  private MachineCeilings here(String why, Stopwatch stopwatch, Listener listener) {
    MachineCeilings measured = otherwise.run(stopwatch, listener);
    List<String> notes = new ArrayList<>();
    notes.add(Texts.get("compute.machine.noProcess", why));
    notes.addAll(measured.notes());
    return new MachineCeilings(measured.device(), measured.date(), measured.ceilings(), notes);
  }
}
