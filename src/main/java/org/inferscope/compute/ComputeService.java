package org.inferscope.compute;

import java.util.List;
import java.util.function.Consumer;

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

  /** Whether devices are still being looked for, of which {@link #devices} does not know yet. */
  default boolean isSearching() {
    return false;
  }

  /**
   * Tries a device: loads it if need be, and has it compute a small product with a known result.
   *
   * @param told hears of the device's state afterwards, on the callback executor; its reason says
   *     in a sentence what was found
   */
  void test(String deviceId, Consumer<DeviceStatus> told);

  /** Looks for devices once more, in the background; listeners hear of what has changed. */
  void refresh();

  /**
   * Adds a device to the known ones, such as a server that a person has named; one of the same id
   * is replaced, and lost to jobs that run on it.
   */
  void add(BackendLoader device);

  /** Forgets a device that was added; jobs go on elsewhere. */
  void remove(String deviceId);

  /** How much of the device in use is in use. */
  default DeviceUsage usage() {
    return DeviceUsage.NONE;
  }

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
