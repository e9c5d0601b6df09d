package org.inferscope.compute;

import java.util.function.Consumer;

/** A {@link Backend} that notices by itself when its device goes away, also between jobs. */
public interface Losable {

  /**
   * Asks to be told of a loss, once. Any thread.
   *
   * @param told called on a thread of the backend's, or at once on this one if the device is gone
   *     already; must not wait for anything
   */
  void whenLost(Consumer<DeviceLostException> told);
}
