package org.inferscope.compute;

/**
 * A device and whether it can be used.
 *
 * @param device the device
 * @param state whether it can be used
 * @param reason why it is in this state, or why it is used in place of a better one, as a sentence
 *     in the display language; empty where there is nothing to explain
 */
public record DeviceStatus(Device device, DeviceState state, String reason) {

  /** A device that can be used, with nothing to explain. */
  public static DeviceStatus ready(Device device) {
    return new DeviceStatus(device, DeviceState.READY, "");
  }

  /** Whether jobs can run on it now. */
  public boolean isReady() {
    return state == DeviceState.READY;
  }
}
