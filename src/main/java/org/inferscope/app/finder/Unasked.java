package org.inferscope.app.finder;

import org.inferscope.compute.Backend;
import org.inferscope.compute.BackendLoader;
import org.inferscope.compute.Device;

/** A device that is used only when a person asks for it, such as a processor behind OpenCL. */
record Unasked(BackendLoader loader) implements BackendLoader {

  @Override
  public Device device() {
    return loader.device();
  }

  @Override
  public boolean onDemand() {
    return loader.onDemand();
  }

  @Override
  public boolean preferred() {
    return false;
  }

  @Override
  public Backend load() throws Exception {
    return loader.load();
  }
}
