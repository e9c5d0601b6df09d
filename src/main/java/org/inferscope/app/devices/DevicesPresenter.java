package org.inferscope.app.devices;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.inferscope.app.devices.DeviceLine.Trial;
import org.inferscope.compute.ComputeService;
import org.inferscope.compute.Device;
import org.inferscope.compute.DeviceKind;
import org.inferscope.compute.DeviceStatus;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.Registration;
import org.inferscope.compute.ServiceListener;
import org.inferscope.text.Texts;

/**
 * Knows the devices and what can be done with them. Follows the service from its making on. Event
 * thread; see the package.
 */
public final class DevicesPresenter {
  private final ComputeService compute;
  private final Wishes wishes;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final Map<String, Trial> trials = new HashMap<>();
  private boolean looking;

  /** What the menu asks of the app. */
  public interface Wishes {
    /** The id of the device that was chosen by hand; empty for the best there is. */
    String chosen();

    /** Uses a device from now on, and remembers that. */
    void choose(String deviceId);

    /** Whether products can be measured on a device. */
    boolean canBenchmark();

    /** Shows where products are measured on the device in use. */
    void benchmark();
  }

  /** A presenter of the service's devices. */
  public DevicesPresenter(ComputeService compute, Wishes wishes) {
    this.compute = compute;
    this.wishes = wishes;
    compute.addListener(
        new ServiceListener() {
          @Override
          public void devicesChanged(DeviceStatus active, List<DeviceStatus> all) {
            looking = false;
            changed();
          }
        });
  }

  /** Calls the listener after each change of the devices. */
  public Registration onChange(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** Tells the listeners of something else that the menu shows. */
  public void refresh() {
    changed();
  }

  private void changed() {
    listeners.forEach(Runnable::run);
  }

  /** All devices, best first. */
  List<DeviceLine> lines() {
    DeviceStatus active = compute.active();
    List<DeviceStatus> all = compute.devices();
    String chosen = wishes.chosen();
    boolean known = all.stream().anyMatch(status -> status.device().id().equals(chosen));
    return all.stream()
        .map(status -> line(status, active, known ? chosen : active.device().id()))
        .toList();
  }

  private DeviceLine line(DeviceStatus status, DeviceStatus active, String chosen) {
    Device device = status.device();
    Standing standing = Standing.of(status, active);
    boolean isChosen = device.id().equals(chosen);
    String why = standing == Standing.IN_USE ? active.reason() : status.reason();
    if (why.isEmpty() && isChosen && standing == Standing.LOADING) {
      why = Texts.get("devices.soon");
    }
    return new DeviceLine(
        device, standing, isChosen, why, trials.getOrDefault(device.id(), Trial.NONE));
  }

  /** The device in use, in a sentence, with the reason where it stands in for another. */
  public String inUse() {
    DeviceStatus active = compute.active();
    String device =
        Texts.get("devices.computesOn", active.device().name(), active.device().backend());
    return active.reason().isEmpty() ? device : device + " " + active.reason();
  }

  /** What the service does just now; asked again and again by whoever shows it. */
  ServiceLoad load() {
    return ServiceLoad.of(compute.active().device(), compute.jobs(), compute.usage());
  }

  /** Chooses a device; one that cannot be used is left alone. */
  void choose(String id) {
    if (lines().stream().anyMatch(line -> line.device().id().equals(id) && line.canBeChosen())) {
      wishes.choose(id);
      changed();
    }
  }

  /** Tries a device; after a while a listener hears what was found. */
  void test(String id) {
    if (trials.getOrDefault(id, Trial.NONE).running()) {
      return;
    }
    trials.put(id, Trial.RUNNING);
    changed();
    try {
      compute.test(id, status -> tested(id, status));
    } catch (InferscopeException e) {
      trials.put(id, new Trial(false, false, e.sentence()));
      changed();
    }
  }

  private void tested(String id, DeviceStatus status) {
    String sentence =
        status.reason().isEmpty() && status.isReady()
            ? Texts.get("devices.test.passed")
            : status.reason();
    trials.put(id, new Trial(false, status.isReady(), sentence));
    changed();
  }

  /** Whether products can be measured on devices here. */
  boolean canBenchmark() {
    return wishes.canBenchmark();
  }

  /** Uses a device and shows where products are measured on it. */
  void benchmark(String id) {
    if (!id.equals(compute.active().device().id())) {
      choose(id);
    }
    wishes.benchmark();
  }

  /** Looks for devices once more; what tests have found is forgotten. */
  void lookAgain() {
    trials.values().removeIf(trial -> !trial.running());
    looking = true;
    changed();
    compute.refresh();
  }

  /** Whether devices are being looked for. */
  boolean isLooking() {
    return looking;
  }

  /** Whether a card of the make that the GPU pack is for is among the devices. */
  public boolean hasNvidia() {
    return compute.devices().stream().map(DeviceStatus::device).anyMatch(DevicesPresenter::nvidia);
  }

  private static boolean nvidia(Device device) {
    String words = (device.name() + " " + device.backend()).toLowerCase(Locale.ROOT);
    return device.kind() == DeviceKind.GPU && (words.contains("nvidia") || words.contains("cuda"));
  }
}
