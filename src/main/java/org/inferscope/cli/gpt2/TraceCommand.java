package org.inferscope.cli.gpt2;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.inferscope.compute.Backend;
import org.inferscope.io.gpt2.LocalModels;
import org.inferscope.io.gpt2.OpenModel;
import org.inferscope.io.gpt2.TraceFile;
import org.inferscope.model.gpt2.Distribution.Scored;
import org.inferscope.model.gpt2.Gpt2;
import org.inferscope.model.gpt2.Gpt2Config;
import org.inferscope.model.gpt2.Gpt2Trace;
import org.inferscope.model.gpt2.HookPoint;
import org.inferscope.model.gpt2.Keep;
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
 * {@code inferscope trace}: runs a prompt and writes token ids, hidden states, attention and logits
 * to a safetensors file, and more where it is asked for by a hook's name.
 */
@Command(name = "trace", mixinStandardHelpOptions = true)
public final class TraceCommand implements Callable<Integer> {
  private static final int SHOWN = 5;

  private final LocalModels models;
  private final BackendChoice backends;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private ModelOption model = new ModelOption();

  @ArgGroup(exclusive = true, multiplicity = "1")
  private PromptOptions prompt = new PromptOptions();

  @Option(names = "--out", required = true, paramLabel = "FILE", descriptionKey = "cli.gpt2.out")
  private Path out = Path.of("");

  @Option(names = "--keep", split = ",", paramLabel = "HOOK", descriptionKey = "cli.gpt2.keep")
  private List<String> hooks = List.of();

  /** The command. */
  public TraceCommand(LocalModels models, BackendChoice backends) {
    this.models = models;
    this.backends = backends;
  }

  @Override
  public Integer call() {
    PrintWriter printer = command().commandLine().getOut();
    try (OpenModel open = model.open(models);
        Backend backend = backends.make();
        Gpt2 gpt2 = Gpt2.load(backend, open.weights(), () -> {})) {
      Keep keep = Keep.huggingFace(gpt2.config()).with(points(gpt2.config()));
      Gpt2Trace trace = gpt2.trace(prompt.ids(open.tokenizer()), keep, List.of(), () -> {});
      TraceFile.write(out, trace, open.name());
      printer.println(
          Texts.get(
              "cli.gpt2.traced",
              Numbers.count(trace.tokens()),
              open.name(),
              out.toAbsolutePath().toString()));
      for (Scored next : trace.next().top(SHOWN)) {
        printer.println(
            Texts.get(
                "cli.gpt2.next",
                open.tokenizer().decode(List.of(next.id())),
                Numbers.fixed(100 * next.probability(), 2)));
      }
      printer.flush();
    }
    return 0;
  }

  private Set<HookPoint> points(Gpt2Config config) {
    Set<HookPoint> points = new HashSet<>();
    for (String hook : hooks) {
      HookPoint point =
          HookPoint.parse(hook)
              .filter(known -> known.layer() < config.layers())
              .orElseThrow(
                  () ->
                      new ParameterException(
                          command().commandLine(), Texts.get("cli.gpt2.noSuchHook", hook)));
      points.add(point);
    }
    return points;
  }

  private CommandSpec command() {
    if (spec == null) {
      throw new IllegalStateException("not run by picocli");
    }
    return spec;
  }
}
