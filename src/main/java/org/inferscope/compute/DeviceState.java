package org.inferscope.compute;

/** Whether a device can be used. */
public enum DeviceState {
  /** It is there and can be chosen; nothing of it has been started yet. */
  IDLE,
  /** It can be used now. */
  READY,
  /** Its backend is being loaded. */
  LOADING,
  /** It cannot be used; the status's reason says why. */
  UNAVAILABLE
}
