package org.inferscope.cli;

import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;
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

  /** Reads the version from the jar's manifest; classes run from a folder have none. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      @Nullable String version = Commands.class.getPackage().getImplementationVersion();
      return new String[] {
        version == null ? Texts.get("cli.version.unpacked") : Texts.get("cli.version", version)
      };
    }
  }
}
