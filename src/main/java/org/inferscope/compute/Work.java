package org.inferscope.compute;

/**
 * What a job does, on the compute thread.
 *
 * @param <T> what it computes: an immutable value
 */
@FunctionalInterface
public interface Work<T> {

  /**
   * Computes the value. Long loops call {@link JobContext#checkCancelled} now and then.
   *
   * @param context the backend to compute with, progress and cancellation
   * @return the value, delivered as {@link Outcome.Done}
   * @throws InferscopeException for an error a person can act on, delivered as it is
   * @throws Exception for anything else, logged once and delivered with a general sentence
   */
  T run(JobContext context) throws Exception;
}
