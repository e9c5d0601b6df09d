package org.inferscope.compute.exec;

import org.inferscope.compute.Backend;
import org.inferscope.compute.BackendLoader;
import org.inferscope.compute.Device;

/** A loader whose backends have shown that they compute right before anyone uses them. */
public record TestedLoader(BackendLoader loader) implements BackendLoader {

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
    return loader.preferred();
  }

  @Override
  public Backend load() throws Exception {
    return SelfTest.passed(loader.load());
  }
}
