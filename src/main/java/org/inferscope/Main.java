package org.inferscope;

/** Starts Inferscope: the window when called without arguments, a command otherwise. */
public final class Main {
  private Main() {}

  /**
   * Called by the JVM.
   *
   * @param args a command and its options, or nothing to open the window
   */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** Returns the exit code: 0 done, 1 failed, 2 wrong use. */
  static int run(String[] args) {
    return args.length == 0 ? 0 : 2;
  }
}
