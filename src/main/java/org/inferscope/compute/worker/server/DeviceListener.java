package org.inferscope.compute.worker.server;

import org.inferscope.compute.InferscopeException;

/**
 * Hears of what becomes of a server's device. Called on any thread, in the order in which it
 * happens; returns at once.
 */
interface DeviceListener {

  /** It can be computed on, for the first time or again. */
  void deviceReady();

  /**
   * It was lost; the sessions end with it.
   *
   * @param sentence tells of it
   * @param again whether it is loaded again; otherwise it will be {@link #deviceGone gone}
   */
  void deviceLost(String sentence, boolean again);

  /** There will be none any more. */
  void deviceGone(InferscopeException why);
}
