package org.inferscope.compute;

/**
 * How a job ended. A job has at most one outcome, and it never changes.
 *
 * @param <T> what the job computes
 */
public sealed interface Outcome<T> {

  /** The job ran to its end. */
  record Done<T>(T value) implements Outcome<T> {}

  /** The job failed; the error's sentence can be shown as it is. */
  record Failed<T>(InferscopeException error) implements Outcome<T> {}

  /** The job was cancelled, superseded, or the service was closed before it ended. */
  record Cancelled<T>() implements Outcome<T> {}
}
