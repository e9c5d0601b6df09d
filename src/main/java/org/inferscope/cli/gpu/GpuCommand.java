package org.inferscope.cli.gpu;

import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code inferscope gpu}: only carries its subcommands. */
@Command(name = "gpu", mixinStandardHelpOptions = true)
public final class GpuCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  /** The command with its subcommands. */
  public static CommandLine line(GpuDesk desk) {
    CommandLine gpu = described(new GpuCommand(), Texts.get("cli.gpu.about"));
    gpu.addSubcommand(described(new StatusCommand(desk), Texts.get("cli.gpu.status.about")));
    gpu.addSubcommand(described(new InstallCommand(desk), Texts.get("cli.gpu.install.about")));
    gpu.addSubcommand(described(new RemoveCommand(desk), Texts.get("cli.gpu.remove.about")));
    gpu.addSubcommand(new CommandLine(new ProbeCommand()));
    return gpu;
  }

  private static CommandLine described(Object command, String about) {
    CommandLine line = new CommandLine(command);
    line.getCommandSpec().usageMessage().description(about);
    return line;
  }

  /** Without the name of a subcommand there is nothing to do. */
  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(spec.commandLine(), Texts.get("cli.gpu.which"));
    }
  }
}
