package org.inferscope.ui.edt;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
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
   * Runs the work on the event thread and waits for its result; what it throws is thrown here. Not
   * for the event thread itself: only for a command that has nothing else to do.
   */
  public static <T> T call(Supplier<T> work) {
    FutureTask<T> task = new FutureTask<>(work::get);
    SwingUtilities.invokeLater(task);
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the event thread", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
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
