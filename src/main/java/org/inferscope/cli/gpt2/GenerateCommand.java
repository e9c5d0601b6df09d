package org.inferscope.cli.gpt2;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.inferscope.model.gpt2.generate.Generation;
import org.inferscope.model.gpt2.generate.Generation.End;
import org.inferscope.model.gpt2.generate.Generation.Step;
import org.inferscope.model.gpt2.sampling.SamplingSettings;
import org.inferscope.remote.GenerationWish;
import org.inferscope.remote.HostedModel;
import org.inferscope.remote.ModelHost;
import org.inferscope.remote.Watch;
import org.inferscope.remote.WritingListener;
import org.inferscope.tensor.DType;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code inferscope generate}: writes a text on, printing each token as soon as it is there. What
 * is printed on standard output is the text alone; how it ended goes to standard error.
 */
@Command(name = "generate", mixinStandardHelpOptions = true)
public final class GenerateCommand implements Callable<Integer> {
  private final HostDesk hosts;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private ModelOption model = new ModelOption();

  @Mixin private HostOptions host = new HostOptions();

  @ArgGroup(exclusive = true, multiplicity = "1")
  private PromptOptions prompt = new PromptOptions();

  @Option(
      names = "--max-new-tokens",
      paramLabel = "N",
      defaultValue = "32",
      descriptionKey = "cli.generate.maxNewTokens")
  private int most;

  @Option(names = "--greedy", descriptionKey = "cli.generate.greedy")
  private boolean greedy;

  @Option(
      names = "--temperature",
      paramLabel = "X",
      defaultValue = "1",
      descriptionKey = "cli.generate.temperature")
  private double temperature;

  @Option(
      names = "--top-k",
      paramLabel = "K",
      defaultValue = "0",
      descriptionKey = "cli.generate.topK")
  private int topK;

  @Option(
      names = "--top-p",
      paramLabel = "P",
      defaultValue = "1",
      descriptionKey = "cli.generate.topP")
  private double topP;

  @Option(
      names = "--min-p",
      paramLabel = "P",
      defaultValue = "0",
      descriptionKey = "cli.generate.minP")
  private double minP;

  @Option(
      names = "--repetition-penalty",
      paramLabel = "X",
      defaultValue = "1",
      descriptionKey = "cli.generate.penalty")
  private double penalty;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      descriptionKey = "cli.generate.seed")
  private long seed;

  @Option(names = "--stop", paramLabel = "TEXT", descriptionKey = "cli.generate.stop")
  private List<String> stop = List.of();

  @Option(
      names = "--weights",
      paramLabel = "FORMAT",
      defaultValue = "FP32",
      descriptionKey = "cli.generate.weights")
  private DType format = DType.FP32;

  @Option(names = "--no-cache", descriptionKey = "cli.generate.noCache")
  private boolean noCache;

  /** The command. */
  public GenerateCommand(HostDesk hosts) {
    this.hosts = hosts;
  }

  @Override
  public Integer call() {
    check();
    SamplingSettings sampling =
        new SamplingSettings(greedy, temperature, topK, topP, minP, penalty, seed);
    PrintWriter out = command().commandLine().getOut();
    GenerationWish wish = new GenerationWish(prompt.given(), most, sampling, stop, !noCache);
    try (ModelHost at = host.open(hosts);
        HostedModel gpt2 = at.load(model.id(), format, Watch.NONE)) {
      Generation generation = gpt2.generate(wish, new Printing(out), () -> {});
      String shown = generation.steps().stream().map(Step::text).reduce("", String::concat);
      out.println(generation.text().substring(shown.length()));
      out.flush();
      tellEnd(generation);
    }
    return 0;
  }

  private void check() {
    if (most < 0) {
      throw wrong(Texts.get("cli.generate.badCount"));
    }
    if (format != DType.FP32 && format != DType.BF16 && format != DType.INT8) {
      throw wrong(Texts.get("cli.bench.gpt2.badFormat", format.label()));
    }
  }

  private void tellEnd(Generation generation) {
    // The first step runs the whole prompt.
    double decoding =
        generation.steps().stream().skip(1).mapToDouble(Step::milliseconds).average().orElse(0);
    PrintWriter err = command().commandLine().getErr();
    err.println(
        Texts.get(
            "cli.generate.ended",
            Numbers.count(generation.steps().size()),
            Numbers.significant(decoding),
            reason(generation.end())));
    err.flush();
  }

  private static String reason(End end) {
    return switch (end) {
      case LENGTH -> Texts.get("cli.generate.end.length");
      case STOP_TEXT -> Texts.get("cli.generate.end.stopText");
      case END_OF_TEXT -> Texts.get("cli.generate.end.endOfText");
      case CONTEXT_FULL -> Texts.get("cli.generate.end.contextFull");
    };
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

  /** Prints a text while it is written. */
  private record Printing(PrintWriter out) implements WritingListener {

    @Override
    public void began(List<Integer> ids, String text) {
      out.print(text);
      out.flush();
    }

    @Override
    public void wrote(Step step) {
      out.print(step.text());
      out.flush();
    }
  }
}
