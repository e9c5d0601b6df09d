package org.inferscope.tab.linear;

import java.util.Optional;
import java.util.OptionalDouble;
import org.inferscope.model.hardware.DeviceSpec;
import org.inferscope.tensor.DType;

/**
 * What a device can do at most, by how much arithmetic there is for each byte moved. Immutable.
 *
 * @param peak dense peak in FLOP a second
 * @param bandwidth of its memory in bytes a second
 */
record Roof(double peak, double bandwidth) {
  /** The roof of a device; empty where it has no published peak for the number format. */
  static Optional<Roof> of(DeviceSpec device, DType dtype) {
    OptionalDouble peak = device.peak(dtype);
    return peak.isEmpty()
        ? Optional.empty()
        : Optional.of(new Roof(peak.getAsDouble(), device.bandwidth()));
  }

  /** The intensity, in FLOPs a byte, from which on the arithmetic is what takes the time. */
  double ridge() {
    return peak / bandwidth;
  }

  /** FLOP a second that an intensity allows for at most. */
  double attainable(double intensity) {
    return Math.min(peak, intensity * bandwidth);
  }

  /** Whether the device waits for its memory at this intensity. */
  boolean isMemoryBound(double intensity) {
    return intensity < ridge();
  }
}
