package org.inferscope.support;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.inferscope.compute.BackendLoader;
import org.inferscope.compute.ComputeService;
import org.inferscope.compute.Device;
import org.inferscope.compute.DeviceKind;
import org.inferscope.compute.DeviceState;
import org.inferscope.compute.DeviceStatus;
import org.inferscope.compute.DeviceUsage;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.Job;
import org.inferscope.compute.JobLane;
import org.inferscope.compute.JobListener;
import org.inferscope.compute.JobRequest;
import org.inferscope.compute.JobsStatus;
import org.inferscope.compute.Outcome;
import org.inferscope.compute.Progress;
import org.inferscope.compute.Registration;
import org.inferscope.compute.ServiceListener;

/** A compute service that has the devices, jobs and figures that a test gives it, and runs none. */
public final class FakeDevices implements ComputeService {
  private static final long GIB = 1L << 30;

  public final List<String> asked = new ArrayList<>();
  public JobsStatus jobs = JobsStatus.IDLE;
  public DeviceUsage usage = DeviceUsage.NONE;
  private final List<ServiceListener> listeners = new ArrayList<>();
  private final Map<String, DeviceStatus> devices = new LinkedHashMap<>();
  private final Map<String, Consumer<DeviceStatus>> tests = new LinkedHashMap<>();
  private String inUse = "openblas";
  private String reason = "";

  /** With the processor, ready and in use. */
  public FakeDevices() {
    put(device("openblas", "AMD EPYC 9R14", DeviceKind.CPU, "OpenBLAS 0.3.31", 0), "");
  }

  /** With some of the nine devices that a well-equipped machine may have, the processor last. */
  public static FakeDevices many(int count) {
    FakeDevices made = new FakeDevices();
    DeviceStatus processor = made.devices.remove("openblas");
    for (DeviceStatus each : all().subList(0, count - 1)) {
      made.devices.put(each.device().id(), each);
    }
    made.devices.put("openblas", processor);
    return made;
  }

  private static List<DeviceStatus> all() {
    return List.of(
        of("cuda:0", "NVIDIA GeForce RTX 4090", "ND4J CUDA 11.6", 24, DeviceState.IDLE, ""),
        of(
            "opencl:0",
            "NVIDIA GeForce RTX 4090",
            "OpenCL 3.0 CUDA 12.4",
            24,
            DeviceState.READY,
            ""),
        of(
            "cuda:1",
            "NVIDIA H100 80GB HBM3",
            "ND4J CUDA 11.6",
            80,
            DeviceState.UNAVAILABLE,
            "The GPU pack has no code for this card: its compute capability is 9.0, and the pack"
                + " reaches from 5.0 to 8.9. The same card can be used through OpenCL, which is"
                + " in this list as well."),
        of("opencl:1", "NVIDIA H100 80GB HBM3", "OpenCL 3.0 CUDA 12.4", 80, DeviceState.IDLE, ""),
        of(
            "opencl:2",
            "Intel(R) UHD Graphics 770 with a name that its driver makes very long"
                + " [0x4680], revision 12, shared memory",
            "OpenCL 3.0 NEO 23.35.27191.42-ubuntu-build",
            0,
            DeviceState.UNAVAILABLE,
            "This device computed a wrong product in its self-test (error 0.25, at most 1e-5 is"
                + " allowed), so it is not used. A newer driver may help."),
        of("opencl:3", "AMD Radeon PRO W7900", "OpenCL 2.1 AMD-APP", 48, DeviceState.LOADING, ""),
        new DeviceStatus(
            new Device(
                "server:a",
                "NVIDIA A100-SXM4-80GB on gpu.example.org:7443",
                DeviceKind.REMOTE,
                "ND4J CUDA 11.6",
                80 * GIB),
            DeviceState.READY,
            ""),
        new DeviceStatus(
            new Device(
                "server:b", "lab.example.org:7443", DeviceKind.REMOTE, "lab.example.org:7443"),
            DeviceState.UNAVAILABLE,
            "The server lab.example.org:7443 cannot be reached: connection refused."));
  }

  private static DeviceStatus of(
      String id, String name, String backend, long gib, DeviceState state, String reason) {
    return new DeviceStatus(device(id, name, DeviceKind.GPU, backend, gib * GIB), state, reason);
  }

  private static Device device(
      String id, String name, DeviceKind kind, String backend, long memory) {
    return new Device(id, name, kind, backend, memory);
  }

  private void put(Device device, String why) {
    devices.put(device.id(), new DeviceStatus(device, DeviceState.READY, why));
  }

  /** Lets a device turn to another state, for a reason. */
  public void turn(String id, DeviceState state, String why) {
    devices.put(id, new DeviceStatus(devices.get(id).device(), state, why));
    changed();
  }

  /** Another device is in use, for a reason if it stands in. */
  public void inUse(String id, String why) {
    inUse = id;
    reason = why;
    changed();
  }

  /** A job runs, so far. */
  public void running(String title, double fraction, String message, int waiting) {
    jobs = new JobsStatus(Optional.of(job(title, new Progress(fraction, message))), waiting);
  }

  private static Job<String> job(String title, Progress progress) {
    return new Job<>() {
      @Override
      public String title() {
        return title;
      }

      @Override
      public Progress progress() {
        return progress;
      }

      @Override
      public void cancel() {}

      @Override
      public Optional<Outcome<String>> outcome() {
        return Optional.empty();
      }
    };
  }

  /** Ends a test that was asked for. */
  public void tested(String id, DeviceState state, String found) {
    Consumer<DeviceStatus> told = tests.remove(id);
    told.accept(new DeviceStatus(devices.get(id).device(), state, found));
  }

  /** Tells the listeners of the devices as they are. */
  public void changed() {
    List.copyOf(listeners).forEach(each -> each.devicesChanged(active(), devices()));
  }

  @Override
  public DeviceStatus active() {
    return new DeviceStatus(devices.get(inUse).device(), DeviceState.READY, reason);
  }

  @Override
  public List<DeviceStatus> devices() {
    return List.copyOf(devices.values());
  }

  @Override
  public void use(String deviceId) {
    asked.add("use " + deviceId);
    if (devices.get(deviceId).state() == DeviceState.UNAVAILABLE) {
      throw new InferscopeException(devices.get(deviceId).reason());
    }
    if (devices.get(deviceId).isReady()) {
      inUse(deviceId, "");
    }
  }

  @Override
  public void test(String deviceId, Consumer<DeviceStatus> told) {
    asked.add("test " + deviceId);
    tests.put(deviceId, told);
  }

  @Override
  public void refresh() {
    asked.add("refresh");
  }

  @Override
  public void add(BackendLoader device) {
    asked.add("add " + device.device().id());
  }

  @Override
  public void remove(String deviceId) {
    asked.add("remove " + deviceId);
  }

  @Override
  public DeviceUsage usage() {
    return usage;
  }

  @Override
  public JobsStatus jobs() {
    return jobs;
  }

  @Override
  public <T> Job<T> submit(JobRequest<T> request, JobListener<T> listener) {
    throw new UnsupportedOperationException("no job runs here");
  }

  @Override
  public JobLane lane(String name) {
    throw new UnsupportedOperationException("no job runs here");
  }

  @Override
  public Registration addListener(ServiceListener listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public void close() {
    listeners.clear();
  }
}
