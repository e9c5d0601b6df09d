package org.inferscope.ui.control;

import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;

/** Text to the system's clipboard. Event thread, with a display. */
public final class Copying {
  private Copying() {}

  /** Puts a text on the clipboard; false if another program holds the clipboard right now. */
  public static boolean put(String text) {
    try {
      StringSelection content = new StringSelection(text);
      Toolkit.getDefaultToolkit().getSystemClipboard().setContents(content, null);
      return true;
    } catch (IllegalStateException e) {
      return false;
    }
  }
}
