package org.inferscope;

import org.inferscope.cli.ExitCode;

/**
 * What the JVM calls. Compiled for Java 8, so that a Java which is too old for the program can
 * still run this far and say so. The program's own classes are first loaded when it starts.
 */
public final class Main {
  private static final int NEEDED = 17;

  private Main() {}

  /**
   * Starts Inferscope, or says which Java it needs.
   *
   * @param args a command and its options, or nothing to open the window
   */
  public static void main(String[] args) {
    if (isTooOld(System.getProperty("java.specification.version", ""))) {
      OldJava.tell(NEEDED, args);
      System.exit(ExitCode.WRONG_USE);
    }
    Inferscope.main(args);
  }

  /** Whether a Java of this specification, such as "1.8" or "17", cannot run the program. */
  static boolean isTooOld(String specification) {
    try {
      return specification.startsWith("1.") || Integer.parseInt(specification) < NEEDED;
    } catch (NumberFormatException e) {
      // Not numbered like any Java so far, so a newer one.
      return false;
    }
  }
}
