package org.inferscope.tab.roofline.roof;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.Registration;
import org.inferscope.io.hardware.OwnDevices;
import org.inferscope.model.hardware.DeviceCatalogue;
import org.inferscope.model.hardware.DeviceSpec;
import org.inferscope.tab.roofline.desk.RooflinePresenter;
import org.inferscope.tab.roofline.desk.RooflineState;
import org.inferscope.text.Texts;

/**
 * The devices to choose from: whose roofs are drawn, and those that the person has added, which are
 * kept between starts. Confined to one thread, the event thread in the app; the disk is read and
 * written on the file thread.
 */
final class DeviceShelf {
  private final RooflinePresenter desk;
  private final Executor callbacks;
  private final Optional<OwnDevices> file;
  private final List<Runnable> listeners = new ArrayList<>();
  private DeviceCatalogue own = new DeviceCatalogue(List.of(), List.of());
  private String notice = "";
  private boolean loading;

  DeviceShelf(RooflinePresenter desk, Executor callbacks) {
    this.desk = desk;
    this.callbacks = callbacks;
    file = desk.context().store().folder().map(OwnDevices::new);
  }

  Registration listen(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  private void fire() {
    List.copyOf(listeners).forEach(Runnable::run);
  }

  /** Reads the person's own devices; until they are there none can be added. */
  void load() {
    file.ifPresent(
        devices -> {
          loading = true;
          desk.context().store().disk().execute(() -> read(devices));
        });
  }

  private void read(OwnDevices devices) {
    try {
      DeviceCatalogue read = devices.load();
      callbacks.execute(() -> loaded(read, ""));
    } catch (InferscopeException e) {
      callbacks.execute(() -> loaded(own, e.sentence()));
    }
  }

  private void loaded(DeviceCatalogue read, String problem) {
    loading = false;
    notice = problem;
    take(read);
  }

  private void take(DeviceCatalogue next) {
    own = next;
    desk.setOwnDevices(own);
    fire();
  }

  /** The person's own devices. */
  List<DeviceSpec> own() {
    return own.devices();
  }

  /** Whether a device is the person's own. */
  boolean isOwn(String id) {
    return own.byId(id).isPresent();
  }

  /** A sentence for each row of the person's file that was left out. */
  List<String> problems() {
    return own.problems();
  }

  /** What is to be said about the file; empty for nothing. */
  String notice() {
    return notice;
  }

  /** Whether devices can be added, changed and removed now. */
  boolean canEdit() {
    return !loading;
  }

  /** Adds a device, or puts it in the place of the one with its id. */
  void put(DeviceSpec device) {
    List<DeviceSpec> all = new ArrayList<>(own());
    int at = indexOf(device.id());
    if (at >= 0) {
      all.set(at, device);
    } else {
      all.add(device);
    }
    keep(all);
  }

  /** Removes a device; its roof goes with it. */
  void remove(String id) {
    List<DeviceSpec> all = new ArrayList<>(own());
    all.removeIf(device -> device.id().equals(id));
    if (desk.state().devices().contains(id)) {
      choose(id, false);
    }
    keep(all);
  }

  private int indexOf(String id) {
    return own().stream().map(DeviceSpec::id).toList().indexOf(id);
  }

  /** An id that no device has yet, made from a name. */
  String freshId(String name) {
    String word = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String base = "own-" + word.replaceAll("^-|-$", "");
    String id = base;
    for (int number = 2; desk.catalogue().byId(id).isPresent(); number++) {
      id = base + "-" + number;
    }
    return id;
  }

  private void keep(List<DeviceSpec> all) {
    notice = "";
    take(new DeviceCatalogue(all, own.problems()));
    file.ifPresent(
        devices -> desk.context().store().disk().execute(() -> write(devices, List.copyOf(all))));
  }

  private void write(OwnDevices devices, List<DeviceSpec> all) {
    try {
      Optional<Path> old = devices.save(all);
      old.ifPresent(kept -> callbacks.execute(() -> keptOld(kept)));
    } catch (InferscopeException e) {
      callbacks.execute(() -> say(e.sentence()));
    }
  }

  private void keptOld(Path kept) {
    own = new DeviceCatalogue(own.devices(), List.of());
    say(Texts.get("rooflineroof.devices.kept", kept.toString()));
  }

  private void say(String sentence) {
    notice = sentence;
    fire();
  }

  /** Draws a device's roof, or takes it away; the last one stays. */
  void choose(String id, boolean on) {
    List<String> devices = new ArrayList<>(desk.state().devices());
    if (on) {
      devices.add(id);
    } else if (devices.size() > 1) {
      devices.remove(id);
    }
    change(devices);
  }

  /** Whether one more roof can be drawn. */
  boolean hasRoom() {
    return desk.state().devices().size() < RooflineState.MOST_DEVICES;
  }

  /** Holds points against a device's roof from now on, which is drawn if it was not. */
  void holdAgainst(String id) {
    List<String> devices = new ArrayList<>(desk.state().devices());
    devices.remove(id);
    devices.add(0, id);
    change(devices);
  }

  private void change(List<String> devices) {
    if (devices.equals(desk.state().devices())) {
      fire();
    } else {
      desk.change(
          state -> state.with(devices), Texts.get("rooflineroof.step.devices"), "roof.devices");
    }
  }
}
