package org.inferscope.cli;

/** How a run of the program ends, for the shell it was called from. */
public final class ExitCode {
  /** All done. */
  public static final int DONE = 0;

  /** It could not be done; one sentence on standard error says why. */
  public static final int FAILED = 1;

  /** It was asked for in a wrong way; standard error says what would be right. */
  public static final int WRONG_USE = 2;

  /** Not an end: the window is open, and the program goes on in it. */
  public static final int GOES_ON = -1;

  private ExitCode() {}
}
