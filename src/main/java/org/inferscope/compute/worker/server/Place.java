package org.inferscope.compute.worker.server;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A call's place in the queue of its session, taken when its first bytes arrive, so that a long
 * message is not overtaken by a short one sent after it. Its fields belong to {@link FairQueue} and
 * are read and written under its lock.
 */
final class Place {
  final Lane lane;

  /** What to do; null while the message is still on its way. */
  @Nullable Steps steps;

  /** Whether a step makes sense now. */
  boolean runnable;

  /** Woken during a step. */
  boolean woken;

  boolean running;
  boolean begun;

  /** Nobody wants it any more; if begun, it is stepped once more to see that. */
  boolean left;

  /** Its answer is out, or will never be. */
  boolean over;

  Place(Lane lane) {
    this.lane = lane;
  }

  Steps steps() {
    return Objects.requireNonNull(steps, "the call has not said what to do");
  }

  /** What a call does when it is its turn. Called by the device thread; throws nothing. */
  @FunctionalInterface
  interface Steps {
    /** Does a step. */
    Next step();
  }

  /** What comes after a step. */
  enum Next {
    /** Another one, when it is this session's turn again. */
    STEP,
    /** Nothing until it is woken. */
    WAIT,
    /** Nothing; the call has ended. */
    END
  }
}
