package org.inferscope.compute;

/**
 * Jobs of which only the latest matters, such as those started by a slider that is dragged on. A
 * newer submit supersedes the older job of the lane: a waiting one is dropped, a running one is
 * asked to stop.
 *
 * <p>A superseded job falls silent: from the newer submit on its listener hears nothing more, no
 * progress, no result, no error and no {@link Outcome.Cancelled}, even where its result was already
 * on the way. Its {@link Job#outcome} is Cancelled unless it had ended before. This is exact where
 * submits are made on the callback executor's thread, as presenters do; a submit on another thread
 * may overlap a call to the older listener that has already begun.
 *
 * <p>All methods may be called on any thread.
 */
public interface JobLane {

  /** The name the lane was asked for with. */
  String name();

  /** Submits a job in place of the lane's current one. */
  <T> Job<T> submit(JobRequest<T> request, JobListener<T> listener);

  /** Cancels the lane's current job, if any; its listener hears {@link Outcome.Cancelled}. */
  void cancel();
}
