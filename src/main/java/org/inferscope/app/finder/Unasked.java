package org.inferscope.app.finder;

import org.inferscope.compute.BackendLoader;
import org.inferscope.compute.ForwardingLoader;

/** A device that is used only when a person asks for it, such as a processor behind OpenCL. */
record Unasked(BackendLoader loader) implements ForwardingLoader {

  @Override
  public boolean preferred() {
    return false;
  }
}
