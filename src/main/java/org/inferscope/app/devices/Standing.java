package org.inferscope.app.devices;

import org.inferscope.compute.DeviceState;
import org.inferscope.compute.DeviceStatus;
import org.inferscope.text.Texts;

/** How a device stands, as the menu tells it. */
enum Standing {
  /** Jobs run on it. */
  IN_USE,
  /** It can be used at once. */
  READY,
  /** It is there; nothing of it was started yet. */
  FOUND,
  /** It is being started. */
  LOADING,
  /** It cannot be used. */
  UNUSABLE;

  static Standing of(DeviceStatus status, DeviceStatus active) {
    if (status.device().id().equals(active.device().id())) {
      return IN_USE;
    }
    return of(status.state());
  }

  private static Standing of(DeviceState state) {
    return switch (state) {
      case READY -> READY;
      case IDLE -> FOUND;
      case LOADING -> LOADING;
      case UNAVAILABLE -> UNUSABLE;
    };
  }

  /** In a word or two. */
  String word() {
    return switch (this) {
      case IN_USE -> Texts.get("devices.state.inUse");
      case READY -> Texts.get("devices.state.ready");
      case FOUND -> Texts.get("devices.state.found");
      case LOADING -> Texts.get("devices.state.loading");
      case UNUSABLE -> Texts.get("devices.state.unusable");
    };
  }
}
