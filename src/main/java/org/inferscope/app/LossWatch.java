package org.inferscope.app;

import java.util.List;
import java.util.Optional;
import org.inferscope.compute.Device;
import org.inferscope.compute.DeviceStatus;

/** Notices that the device in use went away, among all the news of devices. Event thread. */
final class LossWatch {
  private Device before;

  LossWatch(Device inUse) {
    before = inUse;
  }

  /**
   * Takes note of news.
   *
   * @return why another device stands in, if the one that was in use until now no longer computes
   */
  Optional<String> follow(DeviceStatus active, List<DeviceStatus> all) {
    Device last = before;
    before = active.device();
    boolean same = last.id().equals(active.device().id());
    boolean stillGood =
        all.stream().anyMatch(each -> each.device().id().equals(last.id()) && each.isReady());
    return same || stillGood || active.reason().isEmpty()
        ? Optional.empty()
        : Optional.of(active.reason());
  }
}
