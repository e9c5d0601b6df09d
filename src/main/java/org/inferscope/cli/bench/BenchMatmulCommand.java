package org.inferscope.cli.bench;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.inferscope.compute.Backend;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.bench.BenchJson;
import org.inferscope.compute.bench.MatmulBenchmark;
import org.inferscope.compute.bench.MatmulResult;
import org.inferscope.compute.bench.MatmulSize;
import org.inferscope.compute.bench.Plan;
import org.inferscope.compute.bench.Stopwatch;
import org.inferscope.io.SafeFile;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code inferscope bench matmul}: measures products on several backends, size by size with the
 * backends taking turns, and prints each line as soon as it is known.
 */
@Command(name = "matmul", mixinStandardHelpOptions = true)
public final class BenchMatmulCommand implements Callable<Integer> {
  private static final String SIZES = "64,128,256,512,1024,2048";
  private static final double MOST_SECONDS = 86_400;

  private final Implementations known;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--sizes",
      split = ",",
      paramLabel = "SIZE",
      defaultValue = SIZES,
      descriptionKey = "cli.bench.sizes")
  private List<String> sizes = List.of();

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

  /** The command, for these backends. */
  public BenchMatmulCommand(Implementations known) {
    this.known = known;
  }

  @Override
  public Integer call() {
    List<MatmulSize> asked = parsedSizes();
    checkOptions();
    BenchJson results = new BenchJson();
    // At once, so that a file that cannot be written is known before minutes of measuring.
    save(results);
    Map<String, Backend> backends = new LinkedHashMap<>();
    try {
      impls.forEach(name -> backends.computeIfAbsent(name, known::make));
      measure(asked, backends, results);
    } catch (OutOfMemoryError e) {
      throw new InferscopeException(Texts.get("cli.bench.memory"), e);
    } finally {
      backends.values().forEach(Backend::close);
    }
    return 0;
  }

  private void measure(List<MatmulSize> asked, Map<String, Backend> backends, BenchJson results) {
    Plan plan = Plan.of(reps, Duration.ofMillis(Math.round(limit * 1000)));
    MatmulBenchmark benchmark =
        new MatmulBenchmark(new Stopwatch(System::nanoTime, () -> {}), plan);
    PrintWriter out = command().commandLine().getOut();
    MatmulTable table = new MatmulTable(out, asked, backends.keySet());
    table.head(backends);
    for (MatmulSize size : asked) {
      backends.forEach(
          (name, backend) -> {
            MatmulResult result = benchmark.run(backend, size);
            table.line(name, result);
            if (result instanceof MatmulResult.Measured measured) {
              results.add(name, backend.device(), measured);
              save(results);
            }
          });
    }
  }

  private void save(BenchJson results) {
    if (json != null) {
      SafeFile.write(json, results.text().getBytes(StandardCharsets.UTF_8));
    }
  }

  private List<MatmulSize> parsedSizes() {
    List<MatmulSize> parsed = new ArrayList<>();
    for (String text : sizes) {
      MatmulSize size = parsed(text);
      double room = Runtime.getRuntime().maxMemory();
      if (size.memory() > room) {
        throw wrong(
            Texts.get(
                "cli.bench.tooLarge", text, Numbers.bytes(size.memory()), Numbers.bytes(room)));
      }
      parsed.add(size);
    }
    return parsed;
  }

  private MatmulSize parsed(String text) {
    try {
      return MatmulSize.parse(text);
    } catch (InferscopeException e) {
      throw wrong(e.sentence());
    }
  }

  private void checkOptions() {
    for (String impl : impls) {
      if (!known.names().contains(impl)) {
        throw wrong(Texts.get("cli.bench.noSuchImpl", impl, String.join(", ", known.names())));
      }
    }
    if (reps < 1) {
      throw wrong(Texts.get("cli.bench.badReps"));
    }
    if (!(limit > 0 && limit <= MOST_SECONDS)) {
      throw wrong(Texts.get("cli.bench.badLimit", Numbers.count((long) MOST_SECONDS)));
    }
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(command().commandLine(), sentence);
  }

  private CommandSpec command() {
    if (spec == null) {
      throw new IllegalStateException("not run by picocli");
    }
    return spec;
  }
}
