package org.inferscope.compute.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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

  private static final String PORTS = "light.ports";

  private LightWorker() {}

  /** Has workers leave a file in a folder, named by the port they listen on. */
  static List<String> tellingPortsTo(Path folder) {
    return List.of("-D" + PORTS + "=" + folder);
  }

  /** The port that a worker, given by its process's number, has left word of. */
  static int portToldTo(Path folder, long pid) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("port-" + pid + "-"))
          .map(name -> Integer.valueOf(name.substring(name.lastIndexOf('-') + 1)))
          .findFirst()
          .orElseThrow();
    }
  }

  private static void tell(int port) throws IOException {
    String folder = System.getProperty(PORTS);
    if (folder != null) {
      // The process's number too, since a port may be given out twice.
      Files.createFile(Path.of(folder, "port-" + ProcessHandle.current().pid() + "-" + port));
    }
  }

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
    tell(server.port());
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
