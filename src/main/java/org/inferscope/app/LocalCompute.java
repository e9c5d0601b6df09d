package org.inferscope.app;

import java.util.List;
import org.inferscope.compute.BackendFinder;
import org.inferscope.compute.exec.LocalComputeService;
import org.inferscope.compute.openblas.OpenBlasLoader;
import org.inferscope.compute.reference.ReferenceBackend;
import org.inferscope.compute.vector.VectorModule;
import org.inferscope.ui.edt.Edt;

/** The compute service behind a window: all backends there are, listeners on the event thread. */
final class LocalCompute {
  private LocalCompute() {}

  /** A service that knows of this program's own backends only. */
  static LocalComputeService service() {
    return service(List.of());
  }

  /**
   * A service that runs on plain Java and has not begun to look for anything better.
   *
   * @param finders look for more than the processor
   */
  static LocalComputeService service(List<BackendFinder> finders) {
    return new LocalComputeService(
        Edt.executor(),
        new ReferenceBackend(),
        List.of(new OpenBlasLoader(VectorModule.forProcessor())),
        finders);
  }
}
