package org.inferscope.compute.worker.server;

import java.util.concurrent.locks.LockSupport;
import org.inferscope.compute.exec.Daemons;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the clients a few times a second how much is in use, and every second that others are
 * served; rests where there are none.
 */
final class UsageTeller {
  private static final Logger LOG = LoggerFactory.getLogger(UsageTeller.class);
  private static final long PAUSE_NANOS = 250_000_000;

  /** Much less than any client's patience, and no burden. */
  private static final int PAUSES_PER_WORD = 4;

  private final Sessions sessions;
  private final Thread thread = Daemons.thread("inferscope-usage", this::work);
  private volatile boolean ended;

  /** Of the thread. */
  private int pauses;

  UsageTeller(Sessions sessions) {
    this.sessions = sessions;
  }

  void start() {
    thread.start();
  }

  /** There is someone to tell. */
  void wake() {
    LockSupport.unpark(thread);
  }

  private void work() {
    while (!ended) {
      if (sessions.isEmpty()) {
        LockSupport.park(this);
      } else {
        tell();
        LockSupport.parkNanos(this, PAUSE_NANOS);
      }
    }
  }

  /** One client that cannot be told must not keep the others in the dark. */
  private void tell() {
    try {
      sessions.tellAll();
      if (++pauses % PAUSES_PER_WORD == 0) {
        sessions.tellOfOthers();
      }
    } catch (RuntimeException e) {
      LOG.warn("A client cannot be told how much is in use", e);
    }
  }

  void end() {
    ended = true;
    wake();
  }
}
