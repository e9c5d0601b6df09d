package org.inferscope.compute.exec;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * One thread for what waits for the disk or the system: reading and writing small files. It is
 * apart from the compute thread, so that saving does not wait for a long job. Tasks run in order.
 * An exception thrown by a task goes to the uncaught exception handler.
 */
public final class FileThread implements Executor, AutoCloseable {
  private static final long IDLE_SECONDS = 10;
  private static final long PATIENCE_SECONDS = 5;

  private final ThreadPoolExecutor thread;

  /** Starts nothing before the first task. */
  public FileThread() {
    thread =
        new ThreadPoolExecutor(
            1,
            1,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread worker = new Thread(task, "inferscope-files");
              worker.setDaemon(true);
              return worker;
            });
    thread.allowCoreThreadTimeOut(true);
  }

  @Override
  public void execute(Runnable task) {
    thread.execute(task);
  }

  /** Finishes what waits, for a few seconds at most; called while the program ends. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
