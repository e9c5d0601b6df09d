package org.inferscope.remote;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.inferscope.compute.worker.server.Turn;

/**
 * The checkpoint of a step that may take long: sends an empty answer now and then, so that a client
 * can tell a server that computes from one that hangs. Sent by the thread that computes, or it
 * would say nothing about that. Device thread, during the step.
 *
 * @param <T> what is answered
 */
final class Heartbeat<T> implements Runnable {
  /** Much less than any client's patience, and no burden. */
  static final Duration EVERY = Duration.ofSeconds(1);

  private final Turn<T> turn;
  private final T nothing;
  private final LongSupplier nanoClock;
  private long last;

  /**
   * Begins with the step.
   *
   * @param nothing an answer without content, which clients ignore
   */
  Heartbeat(Turn<T> turn, T nothing) {
    this(turn, nothing, System::nanoTime);
  }

  Heartbeat(Turn<T> turn, T nothing, LongSupplier nanoClock) {
    this.turn = turn;
    this.nothing = nothing;
    this.nanoClock = nanoClock;
    last = nanoClock.getAsLong();
  }

  /** Gives up if nobody waits any more. A client that does not read is not sent more. */
  @Override
  public void run() {
    turn.checkCancelled();
    long now = nanoClock.getAsLong();
    if (now - last >= EVERY.toNanos() && turn.isReady()) {
      last = now;
      turn.send(nothing);
    }
  }
}
