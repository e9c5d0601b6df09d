package org.inferscope.compute.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.inferscope.compute.Backend;
import org.inferscope.compute.BackendLoader;
import org.inferscope.compute.Device;
import org.inferscope.compute.DeviceKind;
import org.inferscope.compute.reference.ReferenceBackend;
import org.inferscope.compute.worker.server.Limits;
import org.inferscope.compute.worker.server.Secret;
import org.inferscope.compute.worker.server.SharedMemory;
import org.inferscope.compute.worker.server.WorkerServer;

/**
 * A worker on plain loops that starts as quickly as one can: a real process and a real server,
 * without the command line around them.
 */
final class LightWorker {
  static final Device DEVICE = new Device("light", "A processor", DeviceKind.CPU, "Loops");

  private LightWorker() {}

  public static void main(String[] args) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    WorkerServer.Builder builder =
        WorkerServer.of(new Loader())
            .secret(new Secret(in.readLine()))
            .version("1")
            .limits(Limits.ofOneClient(0));
    if (args.length == 2 && args[0].equals("--exchange")) {
      builder.shared(SharedMemory.open(Path.of(args[1])));
    }
    WorkerServer server = builder.start();
    System.out.println("inferscope-worker 1 1 " + server.port());
    System.out.flush();
    if (in.read() < 0) {
      Runtime.getRuntime().halt(0);
    }
  }

  private record Loader() implements BackendLoader {
    @Override
    public Device device() {
      return DEVICE;
    }

    @Override
    public Backend load() {
      return new ReferenceBackend();
    }
  }
}
