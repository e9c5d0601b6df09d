package org.inferscope.cli.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.inferscope.compute.Backend;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.bench.BenchJson;
import org.inferscope.compute.bench.MlpBenchmark;
import org.inferscope.compute.bench.MlpDims;
import org.inferscope.compute.bench.MlpResult;
import org.inferscope.compute.bench.MlpResult.MlpCase;
import org.inferscope.compute.bench.MlpResult.Phase;
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
 * {@code inferscope bench mlp}: a network's inputs one at a time against all as one batch, and if
 * asked for in batches of 1 to 1024, case by case with the backends taking turns.
 */
@Command(name = "mlp", mixinStandardHelpOptions = true)
public final class BenchMlpCommand implements Callable<Integer> {
  private final Backends known;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--dims",
      paramLabel = "WIDTHS",
      defaultValue = "512,1024,1024,256",
      descriptionKey = "cli.bench.dims")
  private String dims = "";

  @Option(
      names = "--inputs",
      paramLabel = "N",
      defaultValue = "1000",
      descriptionKey = "cli.bench.inputs")
  private int inputs;

  @Option(names = "--curve", descriptionKey = "cli.bench.curve")
  private boolean curve;

  @Mixin private BenchOptions options = new BenchOptions();

  /** The command, for these backends. */
  public BenchMlpCommand(Backends known) {
    this.known = known;
  }

  @Override
  public Integer call() {
    List<MlpCase> cases = cases(parsed());
    List<String> chosen = options.chosen(command(), known.names(), known::mayBeDevice);
    BenchJson results = new BenchJson();
    options.save(results);
    Map<String, Backend> backends = new LinkedHashMap<>();
    try {
      chosen.forEach(name -> backends.put(name, known.make(name)));
      measure(cases, backends, results);
    } catch (OutOfMemoryError e) {
      throw new InferscopeException(Texts.get("cli.bench.memory"), e);
    } finally {
      backends.values().forEach(Backend::close);
    }
    return 0;
  }

  private void measure(List<MlpCase> cases, Map<String, Backend> backends, BenchJson results) {
    MlpBenchmark benchmark = new MlpBenchmark(options.stopwatch(), options.plan());
    MlpTable table =
        new MlpTable(command().commandLine().getOut(), cases.get(0).dims(), backends.keySet());
    table.head(backends);
    for (MlpCase wanted : cases) {
      backends.forEach(
          (name, backend) -> {
            MlpResult result = benchmark.run(backend, wanted);
            table.line(name, result);
            if (result instanceof MlpResult.Measured measured) {
              results.add(name, backend.device(), measured);
              options.save(results);
            }
          });
    }
  }

  private List<MlpCase> cases(MlpDims widths) {
    List<MlpCase> cases = new ArrayList<>();
    cases.add(new MlpCase(widths, Phase.SINGLE, inputs));
    cases.add(new MlpCase(widths, Phase.BATCH, inputs));
    if (curve) {
      for (int size : MlpBenchmark.batchSizes()) {
        cases.add(new MlpCase(widths, Phase.CURVE, size));
      }
    }
    return cases;
  }

  private MlpDims parsed() {
    if (inputs < 1) {
      throw wrong(Texts.get("cli.bench.badInputs"));
    }
    MlpDims parsed;
    try {
      parsed = MlpDims.parse(dims);
    } catch (InferscopeException e) {
      throw wrong(e.sentence());
    }
    double needed = parsed.memory(curve ? Math.max(inputs, MlpBenchmark.LARGEST_BATCH) : inputs);
    double room = Runtime.getRuntime().maxMemory();
    if (needed > room) {
      throw wrong(
          Texts.get(
              "cli.bench.dimsTooLarge",
              dims,
              Numbers.count(inputs),
              Numbers.bytes(needed),
              Numbers.bytes(room)));
    }
    return parsed;
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
