package org.inferscope.cli;

import java.util.List;
import java.util.function.Consumer;
import org.inferscope.compute.BackendLoader;
import org.inferscope.compute.ComputeService;
import org.inferscope.compute.Device;
import org.inferscope.compute.DeviceKind;
import org.inferscope.compute.DeviceState;
import org.inferscope.compute.DeviceStatus;
import org.inferscope.compute.Job;
import org.inferscope.compute.JobLane;
import org.inferscope.compute.JobListener;
import org.inferscope.compute.JobRequest;
import org.inferscope.compute.JobsStatus;
import org.inferscope.compute.Registration;
import org.inferscope.compute.ServiceListener;

/** A compute service with devices that are said to be found; it runs nothing. */
public final class FixedCompute implements ComputeService {
  /** What is in use. */
  public static final DeviceStatus REFERENCE =
      new DeviceStatus(
          new Device("reference", "Test processor", DeviceKind.CPU, "Reference"),
          DeviceState.READY,
          "");

  /** What is not there. */
  public static final DeviceStatus OPENBLAS =
      new DeviceStatus(
          new Device("openblas", "Test processor", DeviceKind.CPU, "OpenBLAS"),
          DeviceState.UNAVAILABLE,
          "Its library is missing.");

  private final List<DeviceStatus> devices;

  /** A service with these devices, the last in use. */
  public FixedCompute(DeviceStatus... devices) {
    this.devices = List.of(devices);
  }

  @Override
  public DeviceStatus active() {
    return devices.get(devices.size() - 1);
  }

  @Override
  public List<DeviceStatus> devices() {
    return devices;
  }

  @Override
  public Registration addListener(ServiceListener listener) {
    return () -> {};
  }

  @Override
  public void use(String deviceId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void test(String deviceId, Consumer<DeviceStatus> told) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void refresh() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void add(BackendLoader device) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void remove(String deviceId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public JobsStatus jobs() {
    throw new UnsupportedOperationException();
  }

  @Override
  public <T> Job<T> submit(JobRequest<T> request, JobListener<T> listener) {
    throw new UnsupportedOperationException();
  }

  @Override
  public JobLane lane(String name) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
