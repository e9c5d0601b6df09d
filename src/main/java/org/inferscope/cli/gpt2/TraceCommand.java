package org.inferscope.cli.gpt2;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.inferscope.model.gpt2.Gpt2Config;
import org.inferscope.model.gpt2.HookPoint;
import org.inferscope.remote.HostedModel;
import org.inferscope.remote.ModelHost;
import org.inferscope.remote.NextToken;
import org.inferscope.remote.TraceSummary;
import org.inferscope.remote.Watch;
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
 * {@code inferscope trace}: runs a prompt and writes token ids, hidden states, attention and logits
 * to a safetensors file, and more where it is asked for by a hook's name.
 */
@Command(name = "trace", mixinStandardHelpOptions = true)
public final class TraceCommand implements Callable<Integer> {
  private final HostDesk hosts;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private ModelOption model = new ModelOption();

  @Mixin private HostOptions host = new HostOptions();

  @ArgGroup(exclusive = true, multiplicity = "1")
  private PromptOptions prompt = new PromptOptions();

  @Option(names = "--out", required = true, paramLabel = "FILE", descriptionKey = "cli.gpt2.out")
  private Path out = Path.of("");

  @Option(names = "--keep", split = ",", paramLabel = "HOOK", descriptionKey = "cli.gpt2.keep")
  private List<String> hooks = List.of();

  /** The command. */
  public TraceCommand(HostDesk hosts) {
    this.hosts = hosts;
  }

  @Override
  public Integer call() {
    PrintWriter printer = command().commandLine().getOut();
    try (ModelHost at = host.open(hosts);
        HostedModel gpt2 = at.load(model.id(), DType.FP32, Watch.NONE)) {
      TraceSummary summary = gpt2.trace(prompt.given(), points(gpt2.config()), out, Watch.NONE);
      printer.println(
          Texts.get(
              "cli.gpt2.traced",
              Numbers.count(summary.tokens()),
              gpt2.name(),
              out.toAbsolutePath().toString()));
      for (NextToken next : summary.next()) {
        printer.println(
            Texts.get("cli.gpt2.next", next.text(), Numbers.fixed(100 * next.probability(), 2)));
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
