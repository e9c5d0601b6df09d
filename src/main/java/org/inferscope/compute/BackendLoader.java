package org.inferscope.compute;

/** Knows a device and how to get its backend going, which may take a while or fail. */
public interface BackendLoader {

  /** The device, known without loading anything heavy. */
  Device device();

  /** Whether it is loaded only when someone chooses it, because that costs memory or takes long. */
  default boolean onDemand() {
    return false;
  }

  /**
   * Whether jobs should run on it rather than on the processor unless a person chooses otherwise.
   */
  default boolean preferred() {
    return true;
  }

  /**
   * Loads what the backend needs. Called on a background thread; again after the backend was lost,
   * or when someone asks for a device that could not be used before.
   *
   * @throws InferscopeException with the reason in words if the device cannot be used here
   * @throws Exception if anything else goes wrong; an Error from loading native code counts, too
   */
  Backend load() throws Exception;
}
