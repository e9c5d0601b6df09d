package org.inferscope.compute;

/** What a running job may use. Valid on the compute thread, until the work returns. */
public interface JobContext {

  /** The backend in use when the job started; it stays the same for the whole job. */
  Backend backend();

  /**
   * Says how far the job is. Cheap: listeners get at most one outstanding call with the newest
   * state, so that a job may report as often as it likes.
   *
   * @param fraction from 0 to 1, or {@link Progress#UNKNOWN}
   * @param message what it is doing, in the display language
   */
  void progress(double fraction, String message);

  /**
   * Tells that the backend is lost where the job goes on without it; a job that ends with the
   * exception need not.
   */
  default void lost(DeviceLostException why) {}

  /** Whether the result is no longer wanted: cancelled, superseded, or the service is closing. */
  boolean isCancelled();

  /**
   * Leaves the work when its result is no longer wanted.
   *
   * @throws java.util.concurrent.CancellationException then; let it pass
   */
  void checkCancelled();
}
