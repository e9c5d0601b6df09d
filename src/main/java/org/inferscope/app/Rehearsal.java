package org.inferscope.app;

import org.inferscope.ui.edt.Edt;
import org.inferscope.ui.playback.PlaybackModel;

/**
 * What people do first, done by the program itself: some steps of what the first tab plays. Run
 * where a build has the JVM note which classes the start takes and what is worth compiling. The
 * other tabs are left alone: with their classes the cache grows by a quarter, and every start is a
 * tenth slower. Event thread.
 */
final class Rehearsal {
  private static final int STEPS = 4;

  /** Longer than a step moves. */
  private static final int PAUSE_MILLIS = 1_000;

  private final Shell shell;
  private final Runnable close;
  private int done;

  private Rehearsal(Shell shell, Runnable close) {
    this.shell = shell;
    this.close = close;
  }

  /**
   * Begins in a window that is on screen, and returns.
   *
   * @param close called after the last step
   */
  static void begin(Shell shell, Runnable close) {
    new Rehearsal(shell, close).next();
  }

  private void next() {
    if (done == STEPS) {
      close.run();
      return;
    }
    done++;
    shell.tabs().current().playback().ifPresent(PlaybackModel::glideForward);
    Edt.after(PAUSE_MILLIS, this::next);
  }
}
