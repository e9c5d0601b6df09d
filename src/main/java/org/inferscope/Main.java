package org.inferscope;

import java.nio.file.Path;
import org.inferscope.cli.Commands;
import org.inferscope.cli.Displays;
import org.inferscope.cli.ExitCode;
import org.inferscope.io.log.LogFiles;
import org.jspecify.annotations.Nullable;

/** Starts Inferscope: the window when called without arguments, a command otherwise. */
public final class Main {
  private Main() {}

  /**
   * Called by the JVM.
   *
   * @param args a command and its options, or nothing to open the window
   */
  public static void main(String[] args) {
    LogFiles.install();
    // The window does not wait for the command line's classes to load.
    int code = args.length == 0 ? openWindow(null, false) : Commands.run(Main::openWindow, args);
    if (code != ExitCode.GOES_ON) {
      System.exit(code);
    }
  }

  private static int openWindow(@Nullable Path lesson, boolean timings) {
    return Displays.canOpenWindow() ? ExitCode.DONE : ExitCode.WRONG_USE;
  }
}
