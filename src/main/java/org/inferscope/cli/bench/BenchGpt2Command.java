package org.inferscope.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.inferscope.cli.gpt2.ModelOption;
import org.inferscope.compute.Backend;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.bench.BenchJson;
import org.inferscope.io.ReadProblem;
import org.inferscope.io.gpt2.LocalModels;
import org.inferscope.io.gpt2.OpenModel;
import org.inferscope.model.gpt2.Exactness;
import org.inferscope.model.gpt2.Gpt2;
import org.inferscope.model.gpt2.Gpt2Config;
import org.inferscope.model.gpt2.Gpt2Weights;
import org.inferscope.model.gpt2.RandomWeights;
import org.inferscope.model.gpt2.bench.Gpt2Benchmark;
import org.inferscope.model.gpt2.bench.Gpt2Case;
import org.inferscope.model.gpt2.bench.Gpt2Measured;
import org.inferscope.model.gpt2.tokenizer.Token;
import org.inferscope.tensor.DType;
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
 * {@code inferscope bench gpt2}: how long a model takes for prompts of several lengths, with and
 * without keeping a trace, and for each further token; and what rounded weights change.
 */
@Command(name = "gpt2", mixinStandardHelpOptions = true)
public final class BenchGpt2Command implements Callable<Integer> {
  private static final String RANDOM = "--random-gpt2-small";
  private static final long SEED = 42;

  private final Backends known;
  private final LocalModels models;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private ModelOption model = new ModelOption();

  @Option(names = RANDOM, descriptionKey = "cli.bench.gpt2.random")
  private boolean random;

  @Option(
      names = "--prompt-tokens",
      split = ",",
      paramLabel = "N",
      defaultValue = "4,64,128,512,1024",
      descriptionKey = "cli.bench.gpt2.promptTokens")
  private List<Integer> promptTokens = List.of();

  @Option(
      names = "--decode",
      paramLabel = "N",
      defaultValue = "32",
      descriptionKey = "cli.bench.gpt2.decode")
  private int decode;

  @Option(
      names = "--weights",
      split = ",",
      paramLabel = "FORMAT",
      defaultValue = "FP32",
      descriptionKey = "cli.bench.gpt2.weights")
  private List<DType> formats = List.of();

  @Option(names = "--text", paramLabel = "FILE", descriptionKey = "cli.bench.gpt2.text")
  private @Nullable Path text;

  @Option(
      names = "--impl",
      paramLabel = "NAME",
      defaultValue = "openblas",
      descriptionKey = "cli.bench.gpt2.impl")
  private String impl = "";

  @Mixin private MeasureOptions options = new MeasureOptions();

  /**
   * The command.
   *
   * @param known the backends of this machine
   * @param models those of this machine
   */
  public BenchGpt2Command(Backends known, LocalModels models) {
    this.known = known;
    this.models = models;
  }

  @Override
  public Integer call() {
    check();
    if (random) {
      try (Gpt2Weights weights = new RandomWeights(Gpt2Config.SMALL, SEED)) {
        measure(Texts.get("cli.bench.gpt2.randomName"), weights, Optional.empty());
      }
    } else {
      try (OpenModel open = model.open(models)) {
        measure(open.name(), open.weights(), textTokens(open));
      }
    }
    return 0;
  }

  private void check() {
    options.check(command());
    if (random && model.isGiven()) {
      throw wrong(Texts.get("cli.bench.gpt2.eitherOr", RANDOM));
    }
    if (random && text != null) {
      throw wrong(Texts.get("cli.bench.gpt2.noTextForRandom", RANDOM));
    }
    if (!known.names().contains(impl) && !known.mayBeDevice(impl)) {
      throw wrong(Texts.get("cli.bench.noSuchImpl", impl, String.join(", ", known.names())));
    }
    if (decode < 0 || promptTokens.stream().anyMatch(tokens -> tokens < 1)) {
      throw wrong(Texts.get("cli.bench.gpt2.badTokens"));
    }
    for (DType format : formats) {
      if (format != DType.FP32 && format != DType.BF16 && format != DType.INT8) {
        throw wrong(Texts.get("cli.bench.gpt2.badFormat", format.label()));
      }
    }
  }

  private Optional<List<Integer>> textTokens(OpenModel open) {
    if (text == null) {
      return Optional.empty();
    }
    try {
      List<Token> tokens = open.tokenizer().encode(Files.readString(text));
      int most = Math.min(tokens.size(), open.config().context());
      return Optional.of(tokens.subList(0, most).stream().map(Token::id).toList());
    } catch (IOException e) {
      throw ReadProblem.of(text, e);
    }
  }

  private void measure(String name, Gpt2Weights weights, Optional<List<Integer>> ids) {
    BenchJson results = new BenchJson();
    options.save(results);
    try (Backend backend = known.make(impl);
        Gpt2 gpt2 = Gpt2.load(backend, weights, () -> {})) {
      Gpt2Table table = new Gpt2Table(command().commandLine().getOut());
      table.head(name, backend.device().backend() + ", " + backend.device().name());
      Gpt2Benchmark benchmark = new Gpt2Benchmark(gpt2, options.stopwatch(), options.plan());
      for (DType format : formats.stream().distinct().toList()) {
        benchmark.use(format);
        for (int tokens : promptTokens) {
          measure(
              gpt2, benchmark, tokens, table, measured -> add(results, name, backend, measured));
        }
        if (format != DType.FP32) {
          Exactness exactness =
              benchmark.exactness(ids.orElseGet(() -> sample(benchmark, gpt2)), format);
          table.line(format, exactness);
        }
      }
    } catch (OutOfMemoryError e) {
      throw new InferscopeException(Texts.get("cli.bench.memory"), e);
    }
  }

  /** Tokens that mean nothing, where there is no text. */
  private static List<Integer> sample(Gpt2Benchmark benchmark, Gpt2 gpt2) {
    return benchmark.tokens(Math.min(64, gpt2.config().context()));
  }

  private void measure(
      Gpt2 gpt2,
      Gpt2Benchmark benchmark,
      int tokens,
      Gpt2Table table,
      Consumer<Gpt2Measured> found) {
    int context = gpt2.config().context();
    if (tokens > context) {
      table.leftOut(
          Texts.get("cli.bench.gpt2.beyondContext", Numbers.count(tokens), Numbers.count(context)));
      return;
    }
    for (boolean keep : new boolean[] {false, true}) {
      Gpt2Measured measured = benchmark.prefill(tokens, keep);
      table.line(measured);
      found.accept(measured);
    }
    int further = Math.min(decode, context - tokens);
    if (further > 0) {
      Gpt2Measured measured = benchmark.decode(tokens, further);
      table.line(measured);
      found.accept(measured);
    }
  }

  private void add(BenchJson results, String name, Backend backend, Gpt2Measured result) {
    Gpt2Case measured = result.measured();
    Map<String, Object> asked = new LinkedHashMap<>();
    asked.put("model", name);
    asked.put("phase", measured.phase().key());
    asked.put("weights", measured.format().label());
    asked.put("prompt_tokens", measured.promptTokens());
    asked.put("tokens", measured.tokens());
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("gflops", result.gflops());
    figures.put("gbps", result.gbps());
    figures.put("tokens_per_s", result.tokensPerSecond());
    results.add("gpt2", impl, backend.device(), asked, result.timing(), figures);
    options.save(results);
  }

  private ParameterException wrong(String sentence) {
    return MeasureOptions.wrong(command(), sentence);
  }

  private CommandSpec command() {
    if (spec == null) {
      throw new IllegalStateException("not run by picocli");
    }
    return spec;
  }
}
