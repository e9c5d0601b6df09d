package org.inferscope.compute.vector;

import java.util.Optional;
import org.inferscope.compute.StreamKernels;

/** Finds out whether the Vector API is there. Any thread. */
public final class VectorModule {
  /** What a process must be started with. */
  public static final String NAME = "jdk.incubator.vector";

  private static final String KERNELS = "org.inferscope.compute.vector.VectorKernels";

  private VectorModule() {}

  /** The kernels, if this process has the module. */
  public static Optional<StreamKernels> kernels() {
    return ModuleLayer.boot().findModule(NAME).map(module -> load());
  }

  /** By name, as the class is compiled apart and without the module does not even load. */
  private static StreamKernels load() {
    try {
      return Class.forName(KERNELS)
          .asSubclass(StreamKernels.class)
          .getDeclaredConstructor()
          .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
