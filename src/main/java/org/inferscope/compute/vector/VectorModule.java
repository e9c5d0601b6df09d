package org.inferscope.compute.vector;

import java.util.Optional;
import org.inferscope.compute.StreamKernels;

/** Finds out whether the Vector API is there. Any thread. */
public final class VectorModule {
  /** What a process must be started with. */
  public static final String NAME = "jdk.incubator.vector";

  private VectorModule() {}

  /** The kernels, if this process has the module. */
  public static Optional<StreamKernels> kernels() {
    // Nothing in this class may touch the API itself: it would not load without the module.
    return ModuleLayer.boot().findModule(NAME).map(module -> new VectorKernels());
  }
}
