package org.inferscope.cli;

import java.awt.AWTError;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import org.inferscope.text.Texts;

/** Whether there is a display to open a window on. */
public final class Displays {
  private Displays() {}

  /**
   * Tries to reach the display and, where there is none, says so in one sentence on standard error,
   * naming the command that works without.
   *
   * @return whether a window can be opened
   */
  public static boolean canOpenWindow() {
    return orSayWhatWorksWithout(isReachable());
  }

  static boolean orSayWhatWorksWithout(boolean display) {
    if (!display) {
      System.err.println(Texts.get("cli.noDisplay"));
    }
    return display;
  }

  private static boolean isReachable() {
    try {
      return !GraphicsEnvironment.isHeadless()
          && GraphicsEnvironment.getLocalGraphicsEnvironment().getScreenDevices().length > 0;
    } catch (AWTError | HeadlessException | LinkageError e) {
      // DISPLAY names a server that does not answer, or this Java comes without its window parts.
      return false;
    }
  }
}
