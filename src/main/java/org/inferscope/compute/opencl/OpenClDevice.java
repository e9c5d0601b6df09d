package org.inferscope.compute.opencl;

import org.inferscope.compute.Device;
import org.inferscope.compute.DeviceKind;

/**
 * A device that a driver offers.
 *
 * @param id {@code opencl:N}, N being its place among all by the names of platform and device, so
 *     that it stays as long as the hardware does
 * @param name what it calls itself
 * @param kind CPU or GPU; accelerators count as GPU
 * @param memory bytes of its memory
 * @param platform who wrote the driver
 * @param driver the driver's version
 * @param version the version of OpenCL it speaks, such as {@code OpenCL 3.0 CUDA}
 * @param reason why it cannot be used, as a sentence; empty if it can
 */
public record OpenClDevice(
    String id,
    String name,
    DeviceKind kind,
    long memory,
    String platform,
    String driver,
    String version,
    String reason) {

  /** As the service knows it. */
  public Device device() {
    String[] words = version.split(" ", 3);
    String backend = words.length < 2 ? "OpenCL" : words[0] + " " + words[1];
    return new Device(id, name, kind, backend, memory);
  }

  /** Whether it can be opened. */
  public boolean usable() {
    return reason.isEmpty();
  }
}
