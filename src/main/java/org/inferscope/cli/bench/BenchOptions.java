package org.inferscope.cli.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
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
  private static final String ALL = "all";
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
   * Checks the options, and says which implementations to measure: each once, in the order asked
   * for; all that are known for {@code all}.
   *
   * @throws ParameterException if an option is wrong
   */
  List<String> chosen(CommandSpec command, Collection<String> known) {
    for (String impl : impls) {
      if (!known.contains(impl) && !impl.equals(ALL)) {
        throw wrong(command, Texts.get("cli.bench.noSuchImpl", impl, String.join(", ", known)));
      }
    }
    if (reps < 1) {
      throw wrong(command, Texts.get("cli.bench.badReps"));
    }
    if (!(limit > 0 && limit <= MOST_SECONDS)) {
      throw wrong(command, Texts.get("cli.bench.badLimit", Numbers.count((long) MOST_SECONDS)));
    }
    return wantsAll() ? List.copyOf(known) : impls.stream().distinct().toList();
  }

  /** Whether all that can be measured were asked for, rather than some by name. */
  boolean wantsAll() {
    return impls.contains(ALL);
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
