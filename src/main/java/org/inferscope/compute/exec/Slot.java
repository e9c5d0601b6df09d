package org.inferscope.compute.exec;

import org.inferscope.compute.Backend;
import org.inferscope.compute.BackendLoader;
import org.inferscope.compute.Device;
import org.inferscope.compute.DeviceState;
import org.inferscope.compute.DeviceStatus;
import org.jspecify.annotations.Nullable;

/** One device of the table, which guards it. */
final class Slot {
  /** Where a device is from; in this order, best first, they are listed. */
  enum Origin {
    /** A finder knows it and would have it used. */
    FOUND,
    /** It is part of the program. */
    BUILT_IN,
    /** What jobs run on while there is nothing else. */
    FALLBACK,
    /** A person has named it. */
    ADDED,
    /** A finder knows it, and would not have it used unless someone asks for it. */
    FOUND_TOO
  }

  final Origin origin;
  @Nullable BackendLoader loader;
  Device device;
  DeviceState state;
  String reason = "";
  @Nullable Backend backend;

  /** By the table's clock. */
  final Restarts restarts = new Restarts();

  /** Whether it was lost so often that only a person starts it again. */
  boolean given;

  Slot(Origin origin, BackendLoader loader) {
    this.origin = origin;
    this.loader = loader;
    device = loader.device();
    state = loader.onDemand() ? DeviceState.IDLE : DeviceState.LOADING;
  }

  Slot(Backend fallback) {
    origin = Origin.FALLBACK;
    device = fallback.device();
    state = DeviceState.READY;
    backend = fallback;
  }

  static Slot found(BackendLoader loader) {
    return new Slot(loader.preferred() ? Origin.FOUND : Origin.FOUND_TOO, loader);
  }

  String id() {
    return device.id();
  }

  /** Whether it is used when nobody has chosen a device. */
  boolean isPreferred() {
    return loader == null || loader.preferred();
  }

  boolean isReady() {
    return state == DeviceState.READY;
  }

  /** Whether it can compute, as far as is known. */
  boolean isPossible() {
    return state != DeviceState.UNAVAILABLE;
  }

  DeviceStatus status() {
    return new DeviceStatus(device, state, reason);
  }
}
