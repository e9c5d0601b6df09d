package org.inferscope;

import org.inferscope.cli.Commands;
import org.inferscope.cli.Displays;

/** Starts Inferscope: the window when called without arguments, a command otherwise. */
public final class Main {
  private static final int DONE = 0;
  private static final int WRONG_USE = 2;

  private Main() {}

  /**
   * Called by the JVM.
   *
   * @param args a command and its options, or nothing to open the window
   */
  public static void main(String[] args) {
    if (args.length > 0) {
      System.exit(Commands.run(args));
    }
    int code = openWindow();
    if (code != DONE) {
      System.exit(code);
    }
  }

  private static int openWindow() {
    return Displays.canOpenWindow() ? DONE : WRONG_USE;
  }
}
