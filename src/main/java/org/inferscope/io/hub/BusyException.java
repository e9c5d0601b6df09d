package org.inferscope.io.hub;

import java.io.IOException;
import java.time.Duration;

/** The hub cannot answer now, but may later. */
final class BusyException extends IOException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final Duration wait;

  BusyException(int status, Duration wait) {
    super("status " + status);
    this.status = status;
    this.wait = wait;
  }

  int status() {
    return status;
  }

  /** How long it asks to wait; zero if it does not say. */
  Duration waitingTime() {
    return wait;
  }
}
