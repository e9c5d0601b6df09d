package org.inferscope.compute.worker.server;

import io.grpc.Deadline;
import io.grpc.Status;
import org.jspecify.annotations.Nullable;

/** A call of a session from its first bytes to its end, with what is told of it afterwards. */
final class Arrival {
  final Session session;
  final Place place;
  final @Nullable Deadline deadline;

  /** How it has ended, as far as the device thread knows. */
  volatile Status status = Status.CANCELLED;

  private final String method;
  private final long since = System.nanoTime();
  private long begun;
  private boolean told;

  Arrival(Session session, Place place, String method, @Nullable Deadline deadline) {
    this.session = session;
    this.place = place;
    this.method = method;
    this.deadline = deadline;
  }

  /** It has its first turn, or a later one. Device thread. */
  void begin(long now) {
    if (begun == 0) {
      begun = now;
    }
  }

  /** It is over; only the first time counts. Any thread, the device thread if it had a turn. */
  synchronized void ended(long deviceNanos) {
    if (!told) {
      told = true;
      long waited = (begun == 0 ? System.nanoTime() : begun) - since;
      session.report(new CallReport(session.name(), method, status.getCode(), waited, deviceNanos));
    }
  }
}
