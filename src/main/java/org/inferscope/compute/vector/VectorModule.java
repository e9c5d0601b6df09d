package org.inferscope.compute.vector;

import java.util.Optional;
import org.inferscope.compute.CpuKernels;
import org.inferscope.compute.PanelMath;
import org.inferscope.compute.RowMath;
import org.inferscope.compute.StreamKernels;

/** Finds out whether the Vector API is there. Any thread. */
public final class VectorModule {
  /** What a process must be started with. */
  public static final String NAME = "jdk.incubator.vector";

  private static final String PLACE = "org.inferscope.compute.vector.";

  private VectorModule() {}

  /** The kernels that a machine's limits are measured with, if this process has the module. */
  public static Optional<StreamKernels> kernels() {
    return isThere() ? Optional.of(load("VectorKernels", StreamKernels.class)) : Optional.empty();
  }

  /** The quickest kernels for a backend on the processor: plain Java without the module. */
  public static CpuKernels forProcessor() {
    return isThere()
        ? new CpuKernels(
            load("RowVectorKernels", RowMath.class),
            Optional.of(load("PanelVectorKernels", PanelMath.class)))
        : CpuKernels.plain();
  }

  private static boolean isThere() {
    return ModuleLayer.boot().findModule(NAME).isPresent();
  }

  /** By name, as the classes are compiled apart and without the module do not even load. */
  private static <T> T load(String name, Class<T> type) {
    try {
      return Class.forName(PLACE + name).asSubclass(type).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
