package org.inferscope.compute;

/** Knows a device and how to get its backend going, which may take a while or fail. */
public interface BackendLoader {

  /** The device, known without loading anything heavy. */
  Device device();

  /**
   * Loads what the backend needs. Called once, on a background thread.
   *
   * @throws InferscopeException with the reason in words if the device cannot be used here
   * @throws Exception if anything else goes wrong; an Error from loading native code counts, too
   */
  Backend load() throws Exception;
}
