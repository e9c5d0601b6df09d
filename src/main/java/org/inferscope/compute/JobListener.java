package org.inferscope.compute;

/**
 * Hears of one job. Called on the callback executor; an exception thrown here goes to the uncaught
 * exception handler of that thread and changes nothing for the job.
 *
 * @param <T> what the job computes
 */
@FunctionalInterface
public interface JobListener<T> {

  /** The job has come further. Never called after {@link #finished}. */
  default void progressed(Progress progress) {}

  /**
   * The job has ended. Called exactly once, except for a job superseded in its {@link JobLane},
   * which falls silent.
   */
  void finished(Outcome<T> outcome);
}
