package org.inferscope.support;

import java.awt.EventQueue;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.swing.JComponent;
import javax.swing.RepaintManager;

/**
 * Notes every change of a showing component that is made off the event thread, with the place in
 * the code it was made from. Asking for a repaint is allowed on any thread and is not noted, unless
 * Swing asks for it because something else was changed.
 */
public final class EdtCheckRepaintManager extends RepaintManager {
  private final List<String> violations = new CopyOnWriteArrayList<>();

  private EdtCheckRepaintManager() {}

  /** Watches from now on, until {@link #uninstall}. */
  public static EdtCheckRepaintManager install() {
    EdtCheckRepaintManager manager = new EdtCheckRepaintManager();
    setCurrentManager(manager);
    return manager;
  }

  /**
   * Stops watching.
   *
   * @throws AssertionError if anything was noted
   */
  public void uninstall() {
    setCurrentManager(null);
    if (!violations.isEmpty()) {
      throw new AssertionError(
          "Swing was used off the event thread:\n" + String.join("\n", violations));
    }
  }

  @Override
  public synchronized void addInvalidComponent(JComponent component) {
    check(component);
    super.addInvalidComponent(component);
  }

  @Override
  public void addDirtyRegion(JComponent component, int x, int y, int width, int height) {
    check(component);
    super.addDirtyRegion(component, x, y, width, height);
  }

  private void check(JComponent component) {
    if (!EventQueue.isDispatchThread() && component.isShowing()) {
      StackTraceElement[] stack = Thread.currentThread().getStackTrace();
      if (!isPlainRepaint(stack)) {
        violations.add(component.getClass().getName() + " from " + List.of(stack));
      }
    }
  }

  /** Whether somebody outside Swing called {@code repaint}. */
  private static boolean isPlainRepaint(StackTraceElement[] stack) {
    for (int i = stack.length - 2; i >= 0; i--) {
      if (stack[i].getMethodName().equals("repaint")) {
        return !stack[i + 1].getClassName().startsWith("javax.swing.");
      }
    }
    return false;
  }
}
