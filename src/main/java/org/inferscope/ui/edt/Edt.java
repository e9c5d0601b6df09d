package org.inferscope.ui.edt;

import java.util.concurrent.Executor;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import org.inferscope.compute.Registration;

/** Work for the event thread. All methods may be called on any thread. */
public final class Edt {
  private Edt() {}

  /**
   * Runs what it is given on the event thread, later, in order: the executor that the compute
   * service calls listeners on.
   */
  public static Executor executor() {
    return SwingUtilities::invokeLater;
  }

  /** Runs the work on the event thread after all that is already waiting there. */
  public static void later(Runnable work) {
    SwingUtilities.invokeLater(work);
  }

  /**
   * Runs the work on the event thread again and again.
   *
   * @param millis the time between two runs
   * @return ends it
   */
  public static Registration every(int millis, Runnable work) {
    Timer timer = new Timer(millis, event -> work.run());
    timer.start();
    return timer::stop;
  }

  /**
   * Runs the work on the event thread once, after a pause.
   *
   * @return calls it off
   */
  public static Registration after(int millis, Runnable work) {
    Timer timer = new Timer(millis, event -> work.run());
    timer.setRepeats(false);
    timer.start();
    return timer::stop;
  }
}
