package org.inferscope.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.inferscope.compute.BackendLoader;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.MatmulImpl;
import org.inferscope.compute.bench.BackendMatmul;
import org.inferscope.compute.bench.BenchJson;
import org.inferscope.compute.bench.MatmulBenchmark;
import org.inferscope.compute.bench.MatmulResult;
import org.inferscope.compute.bench.MatmulSize;
import org.inferscope.compute.bench.MatmulSweep;
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
 * {@code inferscope bench matmul}: measures products by several implementations, size by size with
 * these taking turns, and prints each line as soon as it is known.
 */
@Command(name = "matmul", mixinStandardHelpOptions = true)
public final class BenchMatmulCommand implements Callable<Integer> {
  private static final String SIZES = "64,128,256,512,1024,2048";

  private final List<MatmulImpl> known;
  private final Backends backends;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--sizes",
      split = ",",
      paramLabel = "SIZE",
      defaultValue = SIZES,
      descriptionKey = "cli.bench.sizes")
  private List<String> sizes = List.of();

  @Mixin private BenchOptions options = new BenchOptions();

  /** The command, for these implementations and the devices that the backends know. */
  public BenchMatmulCommand(List<MatmulImpl> known, Backends backends) {
    this.known = List.copyOf(known);
    this.backends = backends;
  }

  @Override
  public Integer call() {
    List<MatmulSize> asked = parsedSizes();
    List<String> ids =
        options.chosen(
            command(), known.stream().map(MatmulImpl::id).toList(), backends::mayBeDevice);
    List<MatmulImpl> chosen = ids.stream().map(this::named).toList();
    // Who asks for all asks for all there are; who names one that is not here is told as a failure.
    List<MatmulImpl> impls =
        chosen.stream().filter(impl -> !options.wantsAll() || impl.obstacle().isEmpty()).toList();
    BenchJson results = new BenchJson();
    options.save(results);
    MatmulTable table = new MatmulTable(command().commandLine().getOut(), asked, ids);
    table.head(chosen);
    AtomicBoolean failed = new AtomicBoolean();
    new MatmulSweep(asked, impls)
        .run(
            new MatmulBenchmark(options.stopwatch(), options.plan()),
            (impl, result) -> {
              table.line(impl.id(), result);
              if (result instanceof MatmulResult.Measured measured) {
                results.add(impl.id(), impl.device(), measured);
                options.save(results);
              }
              failed.compareAndSet(false, result instanceof MatmulResult.Failed);
            });
    return failed.get() ? 1 : 0;
  }

  private MatmulImpl named(String id) {
    return known.stream()
        .filter(impl -> impl.id().equals(id))
        .findFirst()
        .orElseGet(() -> device(backends.device(id)));
  }

  private static MatmulImpl device(BackendLoader loader) {
    return BackendMatmul.whole(loader.device(), loader::load);
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
