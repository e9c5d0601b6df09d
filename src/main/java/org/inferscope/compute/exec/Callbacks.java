package org.inferscope.compute.exec;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls listeners on the callback executor and keeps their exceptions from the caller. */
final class Callbacks {
  private static final Logger LOG = LoggerFactory.getLogger(Callbacks.class);

  private final Executor executor;

  Callbacks(Executor executor) {
    this.executor = executor;
  }

  /** Queues a call; one that the executor no longer takes is dropped. */
  void call(Runnable listener) {
    try {
      executor.execute(() -> guarded(listener));
    } catch (RejectedExecutionException e) {
      LOG.debug("The callback executor is closed; a call was dropped", e);
    }
  }

  /** A signal whose calls are merged: while one is outstanding, another would tell nothing new. */
  Runnable merging(Runnable listener) {
    AtomicBoolean outstanding = new AtomicBoolean();
    return () -> {
      if (!outstanding.getAndSet(true)) {
        call(
            () -> {
              outstanding.set(false);
              listener.run();
            });
      }
    };
  }

  private static void guarded(Runnable listener) {
    try {
      listener.run();
    } catch (RuntimeException | Error e) {
      Thread thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
    }
  }
}
