package org.inferscope.compute.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.inferscope.compute.Backend;
import org.inferscope.compute.BackendLoader;
import org.inferscope.compute.openblas.OpenBlasLoader;
import org.inferscope.compute.worker.server.Limits;
import org.inferscope.compute.worker.server.Secret;
import org.inferscope.compute.worker.server.WorkerServer;

/**
 * Backends behind servers in this process: everything of a worker but the process. A server lives
 * as long as the tests; a backend is a session of it.
 */
public final class LocalWorkers {
  private static final String SECRET = "secret";
  private static final Map<String, WorkerServer> SERVERS = new ConcurrentHashMap<>();

  private LocalWorkers() {}

  /**
   * OpenBLAS on a server that takes and gives messages of 256 KB only, so that everything that can
   * be cut into parts is.
   */
  public static Backend openblas() {
    Limits limits = new Limits(1L << 32, 1L << 33, 256 << 10, 8, 1);
    WorkerServer server =
        SERVERS.computeIfAbsent("openblas", key -> start(new OpenBlasLoader(), limits));
    ServerAccess access = new ServerAccess("127.0.0.1", server.port(), "", SECRET);
    return new ServerLoader(access, "1").connect();
  }

  private static WorkerServer start(BackendLoader loader, Limits limits) {
    try {
      return WorkerServer.of(loader).secret(new Secret(SECRET)).version("1").limits(limits).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
