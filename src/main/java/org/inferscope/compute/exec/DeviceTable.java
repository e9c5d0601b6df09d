package org.inferscope.compute.exec;

import java.util.ArrayList;
import java.util.List;
import org.inferscope.compute.Backend;
import org.inferscope.compute.BackendLoader;
import org.inferscope.compute.Device;
import org.inferscope.compute.DeviceState;
import org.inferscope.compute.DeviceStatus;
import org.inferscope.compute.InferscopeException;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;

/** The devices, best first, and which one is in use. Any thread. */
final class DeviceTable {
  private final List<Slot> slots = new ArrayList<>();

  /** What the user asked for, or the best of all. */
  private Slot wanted;

  private boolean closed;

  DeviceTable(Backend fallback, List<BackendLoader> loaders) {
    for (BackendLoader loader : loaders) {
      slots.add(new Slot(loader.device(), DeviceState.LOADING, null));
    }
    slots.add(new Slot(fallback.device(), DeviceState.READY, fallback));
    wanted = slots.get(0);
  }

  synchronized List<DeviceStatus> all() {
    return slots.stream().map(Slot::status).toList();
  }

  /** The device in use, with the reason if it is not the wanted one. */
  synchronized DeviceStatus active() {
    Device device = inUse().device;
    return new DeviceStatus(
        device, DeviceState.READY, inUse() == wanted ? "" : reasonFor(device.backend()));
  }

  private String reasonFor(String standIn) {
    return wanted.state == DeviceState.LOADING
        ? Texts.get("compute.standIn.loading", wanted.device.backend(), standIn)
        : Texts.get("compute.standIn.unavailable", wanted.reason, standIn);
  }

  synchronized Backend backend() {
    Backend backend = inUse().backend;
    if (backend == null) {
      throw new IllegalStateException("no backend for " + inUse().device);
    }
    return backend;
  }

  synchronized void choose(String id) {
    Slot slot = slot(id);
    if (slot.state == DeviceState.UNAVAILABLE) {
      throw new InferscopeException(slot.reason);
    }
    wanted = slot;
  }

  /** A backend has been loaded; false if it came too late, and is the caller's to close. */
  synchronized boolean loaded(String id, Backend backend) {
    if (!closed) {
      Slot slot = slot(id);
      slot.backend = backend;
      slot.state = DeviceState.READY;
    }
    return !closed;
  }

  /** A device turned out to be of no use, for a reason in words. */
  synchronized void failed(String id, String reason) {
    Slot slot = slot(id);
    slot.state = DeviceState.UNAVAILABLE;
    slot.reason = reason;
  }

  synchronized boolean isClosed() {
    return closed;
  }

  /** Frees the backends; on the thread that uses them. */
  void close() {
    for (Backend backend : closing()) {
      backend.close();
    }
  }

  private synchronized List<Backend> closing() {
    closed = true;
    List<Backend> backends = new ArrayList<>();
    for (Slot slot : slots) {
      if (slot.backend != null) {
        backends.add(slot.backend);
      }
    }
    return backends;
  }

  private Slot inUse() {
    if (wanted.state == DeviceState.READY) {
      return wanted;
    }
    return slots.stream().filter(slot -> slot.state == DeviceState.READY).findFirst().orElseThrow();
  }

  private Slot slot(String id) {
    return slots.stream()
        .filter(slot -> slot.device.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new InferscopeException(Texts.get("compute.device.unknown", id)));
  }

  /** One device. */
  private static final class Slot {
    private final Device device;
    private DeviceState state;
    private String reason = "";
    private @Nullable Backend backend;

    Slot(Device device, DeviceState state, @Nullable Backend backend) {
      this.device = device;
      this.state = state;
      this.backend = backend;
    }

    DeviceStatus status() {
      return new DeviceStatus(device, state, reason);
    }
  }
}
