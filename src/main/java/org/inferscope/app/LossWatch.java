package org.inferscope.app;

import java.util.List;
import java.util.Optional;
import org.inferscope.compute.Device;
import org.inferscope.compute.DeviceStatus;
import org.inferscope.text.Texts;

/** Notices that the device in use went away or came back, among all the news. Event thread. */
final class LossWatch {
  private Device before;
  private Optional<String> lost = Optional.empty();
  private String told = "";

  LossWatch(Device inUse) {
    before = inUse;
  }

  /**
   * What to tell.
   *
   * @param isBack whether what was lost computes again
   * @param sentence why another device stands in, or that none does any more
   */
  record News(boolean isBack, String sentence) {}

  /** Takes note of news; empty if there is nothing to tell. */
  Optional<News> follow(DeviceStatus active, List<DeviceStatus> all) {
    Device last = before;
    before = active.device();
    if (last.id().equals(before.id())) {
      boolean isOther = !active.reason().isEmpty() && !active.reason().equals(told);
      return lost.isPresent() && isOther ? gone(active) : Optional.empty();
    }
    if (lost.isPresent() && lost.get().equals(before.id())) {
      lost = Optional.empty();
      return Optional.of(new News(true, Texts.get("devices.back", before.backend())));
    }
    boolean stillGood =
        all.stream().anyMatch(each -> each.device().id().equals(last.id()) && each.isReady());
    if (stillGood || active.reason().isEmpty()) {
      lost = Optional.empty();
      return Optional.empty();
    }
    lost = Optional.of(last.id());
    return gone(active);
  }

  /** Told again where there is more to say, such as that it cannot be started again. */
  private Optional<News> gone(DeviceStatus standIn) {
    told = standIn.reason();
    return Optional.of(new News(false, told));
  }
}
