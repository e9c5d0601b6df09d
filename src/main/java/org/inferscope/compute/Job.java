package org.inferscope.compute;

import java.util.Optional;

/**
 * A submitted job. All methods may be called on any thread and never wait.
 *
 * @param <T> what it computes
 */
public interface Job<T> {

  /** What it is called in the status bar. */
  String title();

  /** What the job said last about how far it is. */
  Progress progress();

  /**
   * Cancels the job unless it has ended: its outcome is {@link Outcome.Cancelled} at once and its
   * listener is told so. Work that is running is asked to stop and whatever it still returns is
   * dropped; work that is waiting never starts.
   */
  void cancel();

  /** How the job ended, empty while it has not. */
  Optional<Outcome<T>> outcome();
}
