package org.inferscope.compute.exec;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.inferscope.tensor.Args;
import org.jspecify.annotations.Nullable;

/**
 * A few threads that work beside the one that calls, for a backend whose library would take longer
 * to hand out work than this does. Belongs to the thread that owns the backend.
 *
 * <p>The caller works along, and does whatever nobody has begun by the time it is done. Whoever
 * waits does so awake for a moment, so that parts that follow each other closely find all awake and
 * each on its own processor, and then asleep: on a machine that is busy with something else,
 * threads that spin without end take the time of those they wait for.
 */
public final class Crew implements AutoCloseable {
  /** Some times what being woken takes. */
  private static final long AWAKE_NANOS = 100_000;

  private final int size;
  private final List<Helper> helpers;

  /**
   * A crew; its threads start when first needed.
   *
   * @param name of the threads
   * @param size how many work at once, the caller counted
   */
  public Crew(String name, int size) {
    this.size = Args.positive(size, "size");
    helpers = Stream.generate(() -> new Helper(name)).limit(size - 1L).toList();
  }

  /** How many work at once, the caller counted. */
  public int size() {
    return size;
  }

  /**
   * Does all parts and returns when the last is done. The first thing that a part throws is thrown
   * here, once all have ended.
   *
   * @param parts how many; each is given its number, from 0
   */
  public void run(int parts, IntConsumer part) {
    Round round = new Round(parts, part, Thread.currentThread());
    for (int i = 0; i < Math.min(parts - 1, helpers.size()); i++) {
      helpers.get(i).give(round);
    }
    round.work();
    // In any case, since the parts use the caller's memory; an interrupt is kept for later.
    boolean interrupted = false;
    while (!await(round::isDone)) {
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    round.rethrow();
  }

  /** Ends the threads. */
  @Override
  public void close() {
    helpers.forEach(Helper::end);
  }

  /** Waits awake, then asleep until woken or interrupted; says whether it has come true. */
  private static boolean await(BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      Thread.onSpinWait();
      if (System.nanoTime() - start > AWAKE_NANOS) {
        LockSupport.park();
        return condition.getAsBoolean();
      }
    }
    return true;
  }

  /** Parts that are done together. */
  private static final class Round {
    private final int parts;
    private final IntConsumer part;
    private final Thread caller;
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    Round(int parts, IntConsumer part, Thread caller) {
      this.parts = parts;
      this.part = part;
      this.caller = caller;
    }

    /** Does parts until none is left that nobody has begun. */
    void work() {
      for (int i = begun.getAndIncrement(); i < parts; i = begun.getAndIncrement()) {
        try {
          part.accept(i);
        } catch (RuntimeException | Error e) {
          failure.compareAndSet(null, e);
        }
        if (ended.incrementAndGet() == parts) {
          LockSupport.unpark(caller);
        }
      }
    }

    boolean isDone() {
      return ended.get() >= parts;
    }

    void rethrow() {
      Throwable first = failure.get();
      if (first instanceof RuntimeException exception) {
        throw exception;
      }
      if (first instanceof Error error) {
        throw error;
      }
    }
  }

  /** A thread and the newest round it was given; an older one it missed was done by others. */
  private static final class Helper {
    private final AtomicReference<@Nullable Round> newest = new AtomicReference<>();
    private final Thread thread;
    private volatile boolean ended;
    private boolean started;

    Helper(String name) {
      thread = Daemons.thread(name, this::work);
    }

    void give(Round round) {
      newest.set(round);
      if (started) {
        LockSupport.unpark(thread);
      } else {
        started = true;
        thread.start();
      }
    }

    private void work() {
      while (!ended) {
        if (await(() -> newest.get() != null || ended)) {
          Round round = newest.getAndSet(null);
          if (round != null) {
            round.work();
          }
        }
      }
    }

    void end() {
      ended = true;
      LockSupport.unpark(thread);
    }
  }
}
