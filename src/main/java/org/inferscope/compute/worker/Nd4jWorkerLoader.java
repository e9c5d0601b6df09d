package org.inferscope.compute.worker;

import java.io.IOException;
import java.nio.file.Path;
import org.inferscope.compute.Backend;
import org.inferscope.compute.BackendLoader;
import org.inferscope.compute.Device;

/**
 * A device that ND4J drives in a process of its own, which has ND4J on its class path. Any thread,
 * a load at a time.
 */
public final class Nd4jWorkerLoader implements BackendLoader {
  /** What {@code inferscope worker --device} calls it. */
  private static final String WORKER_DEVICE = "nd4j";

  private final Device device;
  private final Nd4jPack pack;
  private final String classPath;
  private final Path folder;
  private final String version;

  /**
   * A device of ND4J's.
   *
   * @param device as far as it is known without the worker; its id stays
   * @param classPath this program's, as after {@code java -cp}
   * @param folder for what belongs to the worker, such as a copy of this program; need not exist
   * @param version of this program
   */
  public Nd4jWorkerLoader(
      Device device, Nd4jPack pack, String classPath, Path folder, String version) {
    this.device = device;
    this.pack = pack;
    this.classPath = classPath;
    this.folder = folder;
    this.version = version;
  }

  @Override
  public Device device() {
    return device;
  }

  @Override
  public boolean onDemand() {
    return true;
  }

  @Override
  public Backend load() throws IOException {
    return start();
  }

  /**
   * Starts a worker.
   *
   * @throws org.inferscope.compute.InferscopeException with the reason in words if it cannot be
   *     used
   * @throws IOException if its class path cannot be put together
   */
  public RemoteBackend start() throws IOException {
    return new WorkerLoader(device, command(), version).start();
  }

  private WorkerCommand command() throws IOException {
    String both = WorkerClassPath.of(pack.jars(), classPath, folder);
    return WorkerCommand.own(both, WORKER_DEVICE, folder)
        .withFlags(pack.flags())
        .withEnvironment(pack.environment());
  }
}
