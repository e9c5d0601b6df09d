package org.inferscope.cli;

import org.inferscope.io.AppVersion;
import org.inferscope.text.Texts;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** What can be asked for on the command line. */
@Command(
    name = "inferscope",
    mixinStandardHelpOptions = true,
    versionProvider = Commands.Version.class)
public final class Commands {
  private Commands() {}

  /**
   * Runs one command.
   *
   * @param args the command and its options
   * @return the exit code: 0 done, 1 failed, 2 wrong use
   */
  public static int run(String... args) {
    return new CommandLine(new Commands()).execute(args);
  }

  /** The version line. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {Texts.get("cli.version", AppVersion.current())};
    }
  }
}
