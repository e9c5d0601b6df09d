package org.inferscope.cli.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.inferscope.compute.Backend;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.bench.BenchJson;
import org.inferscope.compute.bench.Plan;
import org.inferscope.compute.bench.Stopwatch;
import org.inferscope.io.SafeFile;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What all benchmarks can be told: what to measure on, how long, and where to write it down. */
final class BenchOptions {
  private static final double MOST_SECONDS = 86_400;

  @Option(
      names = "--impl",
      split = ",",
      paramLabel = "NAME",
      defaultValue = "reference,openblas",
      descriptionKey = "cli.bench.impl")
  private List<String> impls = List.of();

  @Option(
      names = "--reps",
      paramLabel = "N",
      defaultValue = "11",
      descriptionKey = "cli.bench.reps")
  private int reps;

  @Option(
      names = "--time-limit",
      paramLabel = "SECONDS",
      defaultValue = "30",
      descriptionKey = "cli.bench.limit")
  private double limit;

  @Option(names = "--json", paramLabel = "FILE", descriptionKey = "cli.bench.json")
  private @Nullable Path json;

  /**
   * Checks the options, makes the backends, measures and closes them.
   *
   * @param work is given the backends by name and collects what it measures
   * @throws ParameterException if an option is wrong
   * @throws InferscopeException if a backend cannot be made, or the memory does not suffice
   */
  void measure(
      CommandSpec command,
      Implementations known,
      BiConsumer<Map<String, Backend>, BenchJson> work) {
    check(command, known);
    BenchJson results = new BenchJson();
    // At once, so that a file that cannot be written is known before minutes of measuring.
    save(results);
    Map<String, Backend> backends = new LinkedHashMap<>();
    try {
      impls.forEach(name -> backends.computeIfAbsent(name, known::make));
      work.accept(backends, results);
    } catch (OutOfMemoryError e) {
      throw new InferscopeException(Texts.get("cli.bench.memory"), e);
    } finally {
      backends.values().forEach(Backend::close);
    }
  }

  private void check(CommandSpec command, Implementations known) {
    for (String impl : impls) {
      if (!known.names().contains(impl)) {
        throw wrong(
            command, Texts.get("cli.bench.noSuchImpl", impl, String.join(", ", known.names())));
      }
    }
    if (reps < 1) {
      throw wrong(command, Texts.get("cli.bench.badReps"));
    }
    if (!(limit > 0 && limit <= MOST_SECONDS)) {
      throw wrong(command, Texts.get("cli.bench.badLimit", Numbers.count((long) MOST_SECONDS)));
    }
  }

  private static ParameterException wrong(CommandSpec command, String sentence) {
    return new ParameterException(command.commandLine(), sentence);
  }

  /** How long to measure. */
  Plan plan() {
    return Plan.of(reps, Duration.ofMillis(Math.round(limit * 1000)));
  }

  /** A stopwatch that nothing interrupts. */
  Stopwatch stopwatch() {
    return new Stopwatch(System::nanoTime, () -> {});
  }

  /** Writes what has been measured so far, if that was asked for. */
  void save(BenchJson results) {
    if (json != null) {
      SafeFile.write(json, results.text().getBytes(StandardCharsets.UTF_8));
    }
  }
}
