package org.inferscope.cli.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
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

/** How long a benchmark measures, and where it writes down what it finds. */
class MeasureOptions {
  private static final double MOST_SECONDS = 86_400;

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
   * Checks these options.
   *
   * @throws ParameterException if one is wrong
   */
  void check(CommandSpec command) {
    if (reps < 1) {
      throw wrong(command, Texts.get("cli.bench.badReps"));
    }
    if (!(limit > 0 && limit <= MOST_SECONDS)) {
      throw wrong(command, Texts.get("cli.bench.badLimit", Numbers.count((long) MOST_SECONDS)));
    }
  }

  static ParameterException wrong(CommandSpec command, String sentence) {
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
