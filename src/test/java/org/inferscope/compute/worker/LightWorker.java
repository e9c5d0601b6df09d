package org.inferscope.compute.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.inferscope.compute.Backend;
import org.inferscope.compute.BackendLoader;
import org.inferscope.compute.Device;
import org.inferscope.compute.DeviceKind;
import org.inferscope.compute.DeviceTensor;
import org.inferscope.compute.reference.ReferenceBackend;
import org.inferscope.compute.worker.server.Limits;
import org.inferscope.compute.worker.server.Secret;
import org.inferscope.compute.worker.server.WorkerServer;

/**
 * A worker on plain loops that starts as quickly as one can: a real process and a real server,
 * without the command line around them.
 */
final class LightWorker {
  static final Device DEVICE = new Device("light", "A processor", DeviceKind.CPU, "Loops");

  private LightWorker() {}

  /** With "full" it has no room for the tensors it is asked for. */
  public static void main(String[] args) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String secret = in.readLine();
    boolean full = args.length > 0 && args[0].equals("full");
    WorkerServer server =
        WorkerServer.of(new Loader(full ? LightWorker::full : ReferenceBackend::new))
            .secret(new Secret(secret))
            .version("1")
            .limits(Limits.ofOneClient(0))
            .start();
    System.out.println("inferscope-worker 1 1 " + server.port());
    System.out.flush();
    while (in.read() >= 0) {
      Thread.onSpinWait();
    }
    Runtime.getRuntime().halt(0);
  }

  private static Backend full() {
    return new Delegating(new ReferenceBackend()) {
      @Override
      public DeviceTensor allocate(long size) {
        // The heap is 32 MB: more than this is an OutOfMemoryError of the Java VM's own.
        return super.allocate(size > 1000 ? Integer.MAX_VALUE - 8 : size);
      }
    };
  }

  private record Loader(Supplier<Backend> backend) implements BackendLoader {
    @Override
    public Device device() {
      return DEVICE;
    }

    @Override
    public Backend load() {
      return backend.get();
    }
  }
}
