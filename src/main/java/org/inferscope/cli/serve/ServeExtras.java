package org.inferscope.cli.serve;

import java.nio.file.Path;
import java.util.Optional;
import org.inferscope.compute.worker.server.WorkerServer;

/** Adds to a server what it does besides the backend's operations. */
@FunctionalInterface
public interface ServeExtras {

  /**
   * Adds it.
   *
   * @param models the folder of models that clients may use; empty if none of this machine's
   * @return the same builder
   */
  WorkerServer.Builder add(WorkerServer.Builder server, Optional<Path> models);
}
