package org.inferscope.compute;

import java.util.List;

/**
 * Runs jobs off the caller's thread, on the device in use. All methods may be called on any thread
 * and none waits for a job.
 */
public interface ComputeService extends AutoCloseable {

  /** The device in use; its reason says why, where it stands in for another. */
  DeviceStatus active();

  /** Every known device, best first, with its state and the reason in words. */
  List<DeviceStatus> devices();

  /**
   * Chooses the device for jobs that start from now on. One that is still loading is used as soon
   * as it is ready; one that turns out to be unavailable is replaced by the best that is, with the
   * reason in {@link #active}.
   *
   * @throws InferscopeException if there is no such device, or it is unavailable
   */
  void use(String deviceId);

  /** What runs and how much waits. */
  JobsStatus jobs();

  /**
   * Runs a job after those submitted before.
   *
   * @param listener hears of its progress and end, on the callback executor
   */
  <T> Job<T> submit(JobRequest<T> request, JobListener<T> listener);

  /** The lane of this name, made when first asked for: of its jobs only the latest matters. */
  JobLane lane(String name);

  /** Adds a listener for devices and jobs; close the registration to take it away. */
  Registration addListener(ServiceListener listener);

  /**
   * Cancels all jobs, ends the threads and frees the backends once running work has noticed. Jobs
   * submitted afterwards are cancelled at once. Returns without waiting; doing it again does
   * nothing.
   */
  @Override
  void close();
}
