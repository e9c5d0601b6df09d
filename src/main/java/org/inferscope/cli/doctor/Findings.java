package org.inferscope.cli.doctor;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.inferscope.cli.gpu.GpuFindings;
import org.inferscope.compute.DeviceStatus;
import org.inferscope.compute.LinearPeer;
import org.inferscope.compute.bench.LocalMachine;
import org.inferscope.compute.vector.VectorModule;
import org.inferscope.io.AppVersion;
import org.inferscope.io.UserFolders;

/**
 * What the doctor found; the field names are those of the JSON, which scripts may rely on.
 *
 * @param displayProblem why there is no display; empty where there is one
 * @param vectors what the kernels on the processor compute with, such as vectors of 16 numbers
 * @param torch name and version of the PyTorch on the class path; empty where there is none
 * @param gpu NVIDIA's cards, and what is needed to use them
 */
record Findings(
    String version,
    Java java,
    OperatingSystem os,
    Memory memory,
    List<Screen> displays,
    String displayProblem,
    List<ComputeDevice> devices,
    String vectors,
    String torch,
    GpuFindings gpu,
    Folders folders) {

  record Java(String version, String vendor, String home) {}

  record OperatingSystem(String name, String version, String arch, int processors) {}

  /**
   * Bytes.
   *
   * @param machine of the whole machine, 0 if unknown
   * @param limit that this program may use
   * @param used that it uses
   */
  record Memory(long machine, long limit, long used) {}

  record Screen(String id, int width, int height, double scale) {}

  record ComputeDevice(
      String id,
      String name,
      String kind,
      String backend,
      String state,
      String reason,
      boolean active) {}

  record Folders(String config, String data, String cache, String logs) {}

  static Findings collect(
      UserFolders folders,
      DeviceSearch.Devices devices,
      Optional<LinearPeer> torch,
      GpuFindings gpu) {
    Screens.Found screens = Screens.find();
    return new Findings(
        AppVersion.current(),
        new Java(property("java.version"), property("java.vendor"), property("java.home")),
        operatingSystem(),
        memoryNow(),
        screens.screens(),
        screens.problem(),
        devices.all().stream().map(device -> device(device, devices.active())).toList(),
        VectorModule.kernels().orElseGet(LocalMachine::plainKernels).name(),
        torch.map(LinearPeer::name).orElse(""),
        gpu,
        new Folders(
            folders.config().toString(),
            folders.data().toString(),
            folders.cacheWith("models").toString(),
            folders.logs().toString()));
  }

  private static OperatingSystem operatingSystem() {
    return new OperatingSystem(
        property("os.name"),
        property("os.version"),
        property("os.arch"),
        Runtime.getRuntime().availableProcessors());
  }

  private static Memory memoryNow() {
    Runtime runtime = Runtime.getRuntime();
    return new Memory(
        MachineMemory.bytes(), runtime.maxMemory(), runtime.totalMemory() - runtime.freeMemory());
  }

  private static ComputeDevice device(DeviceStatus status, DeviceStatus active) {
    return new ComputeDevice(
        status.device().id(),
        status.device().name(),
        status.device().kind().name().toLowerCase(Locale.ROOT),
        status.device().backend(),
        status.state().name().toLowerCase(Locale.ROOT),
        status.reason(),
        status.device().equals(active.device()));
  }

  private static String property(String name) {
    return System.getProperty(name, "");
  }
}
