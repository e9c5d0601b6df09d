package org.inferscope.compute.worker.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;
import org.inferscope.compute.Backend;
import org.inferscope.compute.BackendLoader;
import org.inferscope.compute.Device;

/** A server in this process, and clients of it. */
final class TestServer implements AutoCloseable {
  static final String SECRET = "open sesame";

  private final WorkerServer server;

  TestServer(Backend backend) {
    this(backend, UnaryOperator.identity());
  }

  TestServer(Backend backend, UnaryOperator<WorkerServer.Builder> more) {
    this(loader(backend), more);
  }

  TestServer(BackendLoader loader, UnaryOperator<WorkerServer.Builder> more) {
    try {
      server =
          more.apply(WorkerServer.of(loader).secret(new Secret(SECRET)).version("1.2.3")).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static BackendLoader loader(Backend backend) {
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

  WorkerServer server() {
    return server;
  }

  TestClient attach(String name) {
    return new TestClient(server.port(), SECRET, name);
  }

  @Override
  public void close() {
    server.close();
  }

  /** A loader of the reference's device. */
  interface Loader extends BackendLoader {
    @Override
    default Device device() {
      return new org.inferscope.compute.reference.ReferenceBackend().device();
    }
  }
}
