package org.inferscope.cli;

import java.util.List;
import org.inferscope.cli.bench.Backends;
import org.inferscope.cli.worker.WorkerDevices;
import org.inferscope.compute.Backend;
import org.inferscope.compute.BackendLoader;
import org.inferscope.compute.ComputeService;
import org.inferscope.compute.Device;
import org.inferscope.compute.exec.LocalComputeService;
import org.inferscope.compute.openblas.OpenBlasLoader;
import org.inferscope.compute.reference.ReferenceBackend;
import org.inferscope.compute.vector.VectorModule;

/** The compute service of this machine, for a command. */
final class LocalCompute {
  private LocalCompute() {}

  /** A service that has begun to load its backends; whoever asked closes it. */
  static ComputeService start() {
    LocalComputeService service =
        new LocalComputeService(
            Runnable::run,
            new ReferenceBackend(),
            List.of(new OpenBlasLoader(VectorModule.forProcessor())));
    service.start();
    return service;
  }

  /** The quickest backend of this machine, for a command that uses one; whoever asked closes it. */
  static Backend best() {
    return new OpenBlasLoader().load();
  }

  /** The backends of this machine, to be measured one by one; nothing is loaded yet. */
  static Backends backends() {
    return new Backends()
        .with(ReferenceBackend.ID, ReferenceBackend::new)
        .with(OpenBlasLoader.ID, () -> new OpenBlasLoader(VectorModule.forProcessor()).load());
  }

  /** What a worker of this machine can compute on; nothing is loaded yet. */
  static WorkerDevices workerDevices() {
    return new WorkerDevices()
        .with(ReferenceBackend.ID, LocalCompute::reference)
        .with(OpenBlasLoader.ID, () -> new OpenBlasLoader(VectorModule.forProcessor()));
  }

  private static BackendLoader reference() {
    Backend backend = new ReferenceBackend();
    return new BackendLoader() {
      @Override
      public Device device() {
        return backend.device();
      }

      @Override
      public Backend load() {
        return backend;
      }
    };
  }
}
