package org.inferscope.cli.model;

import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code inferscope model}: only carries its subcommands. */
@Command(name = "model", mixinStandardHelpOptions = true)
public final class ModelCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  /** The command with its subcommands. */
  public static CommandLine line(ModelDesk desk) {
    CommandLine model = described(new ModelCommand(), Texts.get("cli.model.about"));
    model.addSubcommand(described(new ListCommand(desk), Texts.get("cli.model.list.about")));
    model.addSubcommand(described(new GetCommand(desk), Texts.get("cli.model.get.about")));
    model.addSubcommand(described(new InfoCommand(desk), Texts.get("cli.model.info.about")));
    return model;
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
      throw new ParameterException(
          spec.commandLine(),
          Texts.get(
              "cli.model.which", String.join(", ", spec.commandLine().getSubcommands().keySet())));
    }
  }
}
