package org.inferscope.compute.exec;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.inferscope.tensor.Args;
import org.jspecify.annotations.Nullable;

/**
 * A few threads that work beside the one that calls, for a backend whose library would take longer
 * to hand out work than this does. Belongs to the thread that owns the backend.
 *
 * <p>The caller does one part itself and waits for the others. Both sides wait awake for some
 * microseconds, so that parts that follow each other closely find them so (the queue used here does
 * that by itself), and then asleep: on a machine that is busy with something else, threads that
 * spin take the time of those they wait for.
 */
public final class Crew implements AutoCloseable {
  private static final long IDLE_SECONDS = 5;

  /** Some ten microseconds: about what going to sleep and being woken takes. */
  private static final int SPINS = 500;

  private final int size;
  private final ThreadPoolExecutor helpers;

  /**
   * A crew; its threads start when first needed and end after a while without work.
   *
   * @param name of the threads
   * @param size how many work at once, the caller counted
   */
  public Crew(String name, int size) {
    this.size = Args.positive(size, "size");
    int others = Math.max(1, size - 1);
    helpers =
        new ThreadPoolExecutor(
            others,
            others,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedTransferQueue<>(),
            work -> Daemons.thread(name, work));
    helpers.allowCoreThreadTimeOut(true);
  }

  /** How many work at once, the caller counted. */
  public int size() {
    return size;
  }

  /**
   * Does all parts and returns when the last is done. What a part throws is thrown here, once all
   * have ended; the caller's own first.
   *
   * @param parts how many; each is given its number, from 0
   */
  public void run(int parts, IntConsumer part) {
    CountDownLatch others = new CountDownLatch(parts - 1);
    AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    for (int i = 1; i < parts; i++) {
      int number = i;
      helpers.execute(
          () -> {
            try {
              part.accept(number);
            } catch (RuntimeException | Error e) {
              failure.compareAndSet(null, e);
            } finally {
              others.countDown();
            }
          });
    }
    try {
      part.accept(0);
    } finally {
      await(others);
    }
    rethrow(failure.get());
  }

  private static void rethrow(@Nullable Throwable failure) {
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
    if (failure instanceof Error error) {
      throw error;
    }
  }

  /** Waits in any case: the parts use the caller's memory. An interrupt is kept for later. */
  private static void await(CountDownLatch others) {
    for (int spin = 0; spin < SPINS && others.getCount() > 0; spin++) {
      Thread.onSpinWait();
    }
    boolean interrupted = false;
    while (others.getCount() > 0) {
      try {
        others.await();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the threads. */
  @Override
  public void close() {
    helpers.shutdown();
  }
}
