package org.inferscope.compute.worker.server;

import java.util.ArrayDeque;
import java.util.Deque;

/** The calls of one session, in order. Belongs to {@link FairQueue}, under its lock. */
final class Lane {
  final Deque<Place> places = new ArrayDeque<>();

  /** Device time that counts against the session, in nanoseconds. */
  long used;

  boolean closed;

  /** Whether the first call can have its turn now. */
  boolean isReady() {
    Place first = places.peekFirst();
    return first != null && first.runnable && !first.running && first.steps != null;
  }
}
