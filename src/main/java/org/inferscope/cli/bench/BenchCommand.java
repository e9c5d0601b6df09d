package org.inferscope.cli.bench;

import java.util.List;
import org.inferscope.compute.MatmulImpl;
import org.inferscope.compute.bench.MachineBenchmark;
import org.inferscope.io.gpt2.LocalModels;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code inferscope bench}: only carries the benchmarks, its subcommands. */
@Command(name = "bench", mixinStandardHelpOptions = true)
public final class BenchCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  /**
   * The command with its subcommands.
   *
   * @param products what can multiply matrices
   * @param backends what can run a network
   * @param machine finds out what limits the machine
   * @param models those of this machine
   */
  public static CommandLine line(
      List<MatmulImpl> products, Backends backends, MachineBenchmark machine, LocalModels models) {
    CommandLine bench = described(new BenchCommand(), Texts.get("cli.bench.about"));
    bench.addSubcommand(
        described(new BenchMatmulCommand(products, backends), Texts.get("cli.bench.matmul.about")));
    bench.addSubcommand(described(new BenchMlpCommand(backends), Texts.get("cli.bench.mlp.about")));
    bench.addSubcommand(
        described(new BenchGpt2Command(backends, models), Texts.get("cli.bench.gpt2.about")));
    bench.addSubcommand(
        described(new BenchMachineCommand(machine), Texts.get("cli.bench.machine.about")));
    return bench;
  }

  private static CommandLine described(Object command, String about) {
    CommandLine line = new CommandLine(command);
    line.getCommandSpec().usageMessage().description(about);
    return line;
  }

  /** Without the name of a benchmark there is nothing to do. */
  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(
          spec.commandLine(),
          Texts.get(
              "cli.bench.which", String.join(", ", spec.commandLine().getSubcommands().keySet())));
    }
  }
}
