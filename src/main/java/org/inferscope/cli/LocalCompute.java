package org.inferscope.cli;

import java.util.ArrayList;
import java.util.List;
import org.inferscope.app.finder.DeviceFinder;
import org.inferscope.app.finder.ListedDevice;
import org.inferscope.cli.bench.Backends;
import org.inferscope.cli.worker.WorkerDevices;
import org.inferscope.compute.Backend;
import org.inferscope.compute.BackendLoader;
import org.inferscope.compute.ComputeService;
import org.inferscope.compute.Device;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.cuda.CudaGate;
import org.inferscope.compute.cuda.CudaProbe;
import org.inferscope.compute.exec.LocalComputeService;
import org.inferscope.compute.openblas.OpenBlasLoader;
import org.inferscope.compute.opencl.OpenClDevice;
import org.inferscope.compute.opencl.OpenClDevices;
import org.inferscope.compute.opencl.OpenClLoader;
import org.inferscope.compute.reference.ReferenceBackend;
import org.inferscope.compute.vector.VectorModule;
import org.inferscope.compute.worker.ServerAccess;
import org.inferscope.compute.worker.ServerLoader;
import org.inferscope.compute.worker.nd4j.Nd4jLoader;
import org.inferscope.io.AppVersion;
import org.inferscope.io.UserFolders;
import org.inferscope.io.servers.SavedServer;
import org.inferscope.io.servers.ServersFile;
import org.inferscope.text.Texts;

/** The compute service of this machine, for a command. */
final class LocalCompute {
  private static final List<String> DRIVEN_BY_WORKERS = List.of("cuda:", "opencl:");

  private LocalCompute() {}

  /**
   * A service that has found its devices and begun to load them; whoever asked closes it. Waits for
   * the drivers.
   */
  static ComputeService start(UserFolders folders) {
    List<BackendLoader> found = DeviceFinder.of(folders).find();
    LocalComputeService service =
        new LocalComputeService(
            Runnable::run,
            new ReferenceBackend(),
            List.of(new OpenBlasLoader(VectorModule.forProcessor())),
            List.of(() -> found));
    ServersFile servers = new ServersFile(folders.config());
    servers.load().forEach(server -> service.add(loader(server)));
    service.start();
    return service;
  }

  private static BackendLoader loader(SavedServer server) {
    return new ServerLoader(
        new ServerAccess(server.host(), server.port(), server.fingerprint(), server.token()),
        AppVersion.current());
  }

  /**
   * A device by its id: one of this program, a card of this machine, or a server that is kept. For
   * those that are not of this program the drivers are asked.
   *
   * @throws InferscopeException if there is none
   */
  static BackendLoader device(UserFolders folders, String id) {
    if (!id.contains(":")) {
      return workerDevices(folders).loader(id);
    }
    List<BackendLoader> all = new ArrayList<>();
    if (id.startsWith("server:")) {
      new ServersFile(folders.config()).load().forEach(server -> all.add(loader(server)));
    } else {
      all.addAll(DeviceFinder.of(folders).find());
    }
    return all.stream()
        .filter(loader -> loader.device().id().equals(id))
        .findFirst()
        .orElseThrow(() -> new InferscopeException(Texts.get("compute.device.unknown", id)));
  }

  /**
   * The backend of a device, for a command that uses one; whoever asked closes it.
   *
   * @throws InferscopeException if there is no such device, or it cannot be used
   */
  static Backend backend(UserFolders folders, String device) {
    BackendLoader loader = device(folders, device);
    try {
      return loader.load();
    } catch (InferscopeException e) {
      throw e;
    } catch (Exception | LinkageError e) {
      String detail = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new InferscopeException(Texts.get("cli.bench.unavailable", device, detail), e);
    }
  }

  /** The backends of this machine, to be measured one by one; nothing is loaded yet. */
  static Backends backends(UserFolders folders) {
    return new Backends()
        .with(ReferenceBackend.ID, ReferenceBackend::new)
        .with(OpenBlasLoader.ID, () -> new OpenBlasLoader(VectorModule.forProcessor()).load())
        .withDevices(id -> device(folders, id));
  }

  /** What a worker of this machine can compute on; nothing is loaded yet. */
  static WorkerDevices workerDevices(UserFolders folders) {
    return new WorkerDevices()
        .with(ReferenceBackend.ID, LocalCompute::reference)
        .with(OpenBlasLoader.ID, () -> new OpenBlasLoader(VectorModule.forProcessor()))
        .with(Nd4jLoader.ID, Nd4jLoader::new)
        .withMany("opencl", number -> openCl(folders, "opencl:" + number))
        .listing(LocalCompute::cards)
        .listing(LocalCompute::openClDevices);
  }

  /** Loads OpenCL's drivers into this process. */
  private static BackendLoader openCl(UserFolders folders, String id) {
    OpenClDevices found = OpenClDevices.list();
    OpenClDevice device =
        found.devices().stream()
            .filter(each -> each.id().equals(id))
            .findFirst()
            .orElseThrow(
                () ->
                    new InferscopeException(
                        found.reason().isEmpty()
                            ? Texts.get("compute.device.unknown", id)
                            : found.reason()));
    return new OpenClLoader(device, folders.cacheWith("opencl").resolve("opencl"));
  }

  private static List<String> openClDevices() {
    return OpenClDevices.list().devices().stream()
        .map(each -> ListedDevice.of(each.device(), each.reason()).toLine())
        .toList();
  }

  /**
   * A device that a server of this process can offer: one of this program, or one that a worker of
   * its own drives, so that a driver's crash is the end of that and not of the server.
   *
   * @throws InferscopeException if there is none of this id
   */
  static BackendLoader servedDevice(UserFolders folders, String id) {
    return DRIVEN_BY_WORKERS.stream().anyMatch(id::startsWith)
        ? device(folders, id)
        : workerDevices(folders).loader(id);
  }

  private static List<String> cards() {
    return ListedDevice.cards(CudaProbe.report(), CudaGate.ofThisSystem()).stream()
        .map(ListedDevice::toLine)
        .toList();
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
