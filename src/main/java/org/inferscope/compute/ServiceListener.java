package org.inferscope.compute;

import java.util.List;

/**
 * Hears of the service as a whole, on the callback executor. Calls are coalesced: at most one of
 * each kind is outstanding, and it carries the newest state. An exception thrown here goes to the
 * uncaught exception handler.
 */
public interface ServiceListener {

  /**
   * A device has become ready or unavailable, or another one is in use.
   *
   * @param active the device in use, as {@link ComputeService#active} gives it
   * @param all every known device, as {@link ComputeService#devices} gives them
   */
  default void devicesChanged(DeviceStatus active, List<DeviceStatus> all) {}

  /** A job has joined, started, progressed or ended. */
  default void jobsChanged(JobsStatus jobs) {}
}
