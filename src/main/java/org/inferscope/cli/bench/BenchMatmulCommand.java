package org.inferscope.cli.bench;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.inferscope.compute.Backend;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.bench.BenchJson;
import org.inferscope.compute.bench.MatmulBenchmark;
import org.inferscope.compute.bench.MatmulResult;
import org.inferscope.compute.bench.MatmulSize;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

  private final Implementations known;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--sizes",
      split = ",",
      paramLabel = "SIZE",
      defaultValue = SIZES,
      descriptionKey = "cli.bench.sizes")
  private List<String> sizes = List.of();

  @Mixin private BenchOptions options = new BenchOptions();

  /** The command, for these backends. */
  public BenchMatmulCommand(Implementations known) {
    this.known = known;
  }

  @Override
  public Integer call() {
    List<MatmulSize> asked = parsedSizes();
    options.measure(command(), known, (backends, results) -> measure(asked, backends, results));
    return 0;
  }

  private void measure(List<MatmulSize> asked, Map<String, Backend> backends, BenchJson results) {
    MatmulBenchmark benchmark = new MatmulBenchmark(options.stopwatch(), options.plan());
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
              options.save(results);
            }
          });
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
