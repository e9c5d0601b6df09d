package org.inferscope.app.finder;

import org.inferscope.compute.Backend;
import org.inferscope.compute.BackendLoader;
import org.inferscope.compute.Device;
import org.inferscope.compute.InferscopeException;

/** A device that is there and of no use, with the reason as a sentence. */
record Refused(Device device, String reason) implements BackendLoader {

  @Override
  public boolean preferred() {
    return false;
  }

  @Override
  public Backend load() {
    throw new InferscopeException(reason);
  }
}
