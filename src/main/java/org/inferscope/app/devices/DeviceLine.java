package org.inferscope.app.devices;

import org.inferscope.compute.Device;
import org.inferscope.text.Texts;

/**
 * A device as the menu shows it.
 *
 * @param device the device
 * @param standing how it stands
 * @param chosen whether it is the one that was asked for
 * @param why the reason for how it stands, as a sentence; empty where there is none
 * @param trial what a test has found
 */
record DeviceLine(Device device, Standing standing, boolean chosen, String why, Trial trial) {

  /**
   * A test of a device.
   *
   * @param running whether it runs now
   * @param passed whether the last one went well
   * @param sentence what the last one has found; empty where there was none
   */
  record Trial(boolean running, boolean passed, String sentence) {
    /** It was not tested. */
    static final Trial NONE = new Trial(false, false, "");

    /** It is being tested. */
    static final Trial RUNNING = new Trial(true, false, "");
  }

  /** What drives it, and how much memory it has, where that is known. */
  String facts() {
    return device.memory() > 0
        ? Texts.get("devices.facts", device.backend(), MemoryWords.of(device.memory()))
        : device.backend();
  }

  /** Whether jobs can be sent to it, now or once it is started. */
  boolean canBeChosen() {
    return standing != Standing.UNUSABLE;
  }

  /** All of it in a sentence, for screen readers. */
  String spoken() {
    return Texts.get("devices.spoken", device.name(), facts(), standing.word(), why).strip();
  }
}
