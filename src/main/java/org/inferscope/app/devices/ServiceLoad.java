package org.inferscope.app.devices;

import java.util.Optional;
import org.inferscope.compute.Device;
import org.inferscope.compute.DeviceUsage;
import org.inferscope.compute.Job;
import org.inferscope.compute.JobsStatus;
import org.inferscope.compute.Progress;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/**
 * What the service does just now, in words.
 *
 * @param running our job, or that nothing runs
 * @param fraction how far it is; {@link Progress#UNKNOWN} where nothing runs or it cannot tell
 * @param queue how many of our jobs wait, and how many calls of all on the device
 * @param memory what tensors hold on the device
 * @param others who else uses the device, and for what; empty where nobody does
 */
record ServiceLoad(String running, double fraction, String queue, String memory, String others) {

  static ServiceLoad of(Device device, JobsStatus jobs, DeviceUsage usage) {
    return new ServiceLoad(
        jobs.running().map(ServiceLoad::words).orElse(Texts.get("devices.load.idle")),
        jobs.running().map(job -> job.progress().fraction()).orElse(Progress.UNKNOWN),
        queue(jobs.waiting(), usage.waiting()),
        memory(device, usage),
        others(usage));
  }

  private static String words(Job<?> job) {
    Progress progress = job.progress();
    String words =
        progress.message().isEmpty()
            ? job.title()
            : Texts.get("devices.load.doing", job.title(), progress.message());
    return progress.isKnown()
        ? Texts.get("devices.load.percent", words, "" + (int) (100 * progress.fraction()))
        : words;
  }

  private static String queue(int jobs, int calls) {
    String ours =
        switch (jobs) {
          case 0 -> Texts.get("devices.load.noneWaits");
          case 1 -> Texts.get("devices.load.oneWaits");
          default -> Texts.get("devices.load.wait", Numbers.count(jobs));
        };
    return calls == 0 ? ours : Texts.get("devices.load.calls", ours, Numbers.count(calls));
  }

  private static String memory(Device device, DeviceUsage usage) {
    String held = MemoryWords.of(usage.heldBytes());
    return device.memory() > 0
        ? Texts.get("devices.load.memoryOf", held, MemoryWords.of(device.memory()))
        : held;
  }

  private static String others(DeviceUsage usage) {
    Optional<String> clients =
        usage.clients() > 1
            ? Optional.of(
                usage.clients() == 2
                    ? Texts.get("devices.load.oneOther")
                    : Texts.get("devices.load.clients", Numbers.count(usage.clients() - 1L)))
            : Optional.empty();
    if (usage.running().isEmpty()) {
      return clients.orElse("");
    }
    return clients
        .map(who -> Texts.get("devices.load.othersRun", who, usage.running()))
        .orElse(usage.running());
  }
}
