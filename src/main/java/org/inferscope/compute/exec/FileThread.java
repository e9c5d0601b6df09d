package org.inferscope.compute.exec;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * One thread for what waits for the disk or the system: reading and writing small files. It is
 * apart from the compute thread, so that saving does not wait for a long job. Tasks run in order;
 * an exception thrown by one goes to the uncaught exception handler.
 *
 * <p>Unlike the other threads it keeps the process alive while it has work, so that the last save
 * is finished after the window is gone. It ends a moment after its last task.
 */
public final class FileThread implements Executor {
  private static final long IDLE_MILLIS = 500;

  private final ThreadPoolExecutor thread;

  /** Starts nothing before the first task. */
  public FileThread() {
    thread =
        new ThreadPoolExecutor(
            1,
            1,
            IDLE_MILLIS,
            TimeUnit.MILLISECONDS,
            new LinkedBlockingQueue<>(),
            task -> new Thread(task, "inferscope-files"));
    thread.allowCoreThreadTimeOut(true);
  }

  @Override
  public void execute(Runnable task) {
    thread.execute(task);
  }
}
