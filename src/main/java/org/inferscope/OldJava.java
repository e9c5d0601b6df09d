package org.inferscope;

import java.awt.AWTError;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.ResourceBundle;
import javax.swing.JOptionPane;
import javax.swing.UIManager;
import javax.swing.UnsupportedLookAndFeelException;

/**
 * Tells a person that their Java is too old, and what to do: on standard error, and in a dialog
 * where the program was to open its window and there is a display. Compiled for Java 8; looks as
 * the system does, since nothing newer can be used. Main thread.
 */
final class OldJava {
  private static final int LINE = 70;

  private OldJava() {}

  /**
   * Returns once everything was told and read.
   *
   * @param needed the oldest Java that would do
   * @param args what the program was started with
   */
  static void tell(int needed, String... args) {
    List<String> sentences =
        sentences(
            needed, System.getProperty("java.version", "?"), System.getProperty("java.home", "?"));
    System.err.println(String.join(" ", sentences));
    if (opensTheWindow(args) && canShowDialog()) {
      try {
        EventQueue.invokeAndWait(() -> showDialog(sentences));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (InvocationTargetException e) {
        throw new IllegalStateException("the dialog cannot be shown", e.getCause());
      }
    }
  }

  static List<String> sentences(int needed, String version, String folder) {
    return Arrays.asList(
        text("oldjava.needed", String.valueOf(needed)),
        text("oldjava.found", version, folder),
        text("oldjava.remedy"));
  }

  /**
   * A double click on the program names nothing, one on a lesson its file; all else is a command.
   */
  static boolean opensTheWindow(String... args) {
    return args.length == 0 || new File(args[0]).isFile();
  }

  /** Keys are written as for every other text. */
  private static String text(String key, Object... args) {
    ResourceBundle texts = ResourceBundle.getBundle("org.inferscope.text.oldjava");
    return MessageFormat.format(texts.getString(key.substring(key.indexOf('.') + 1)), args);
  }

  private static boolean canShowDialog() {
    try {
      return !GraphicsEnvironment.isHeadless()
          && GraphicsEnvironment.getLocalGraphicsEnvironment().getScreenDevices().length > 0;
    } catch (AWTError | HeadlessException | LinkageError e) {
      // The display does not answer, or this Java comes without its window parts.
      return false;
    }
  }

  private static void showDialog(List<String> sentences) {
    try {
      UIManager.setLookAndFeel(UIManager.getSystemLookAndFeelClassName());
    } catch (ReflectiveOperationException | UnsupportedLookAndFeelException e) {
      // Then as Java itself looks.
    }
    JOptionPane pane = new Wrapped(String.join("\n\n", sentences));
    pane.createDialog(text("oldjava.title")).setVisible(true);
  }

  /** Breaks long lines between words. */
  private static final class Wrapped extends JOptionPane {
    Wrapped(String message) {
      super(message, ERROR_MESSAGE);
    }

    @Override
    public int getMaxCharactersPerLineCount() {
      return LINE;
    }
  }
}
