package org.inferscope.model.hardware;

import java.util.Optional;
import org.inferscope.tensor.Args;
import org.inferscope.tensor.DType;

/**
 * What a device can do at most: {@code min(peak, intensity · bandwidth)} operations a second
 * (Williams, Waterman and Patterson, 2009).
 *
 * @param name what it is called on screen
 * @param peak operations a second, more than 0
 * @param bandwidth bytes a second, more than 0
 */
public record Roof(String name, double peak, double bandwidth) {

  /** Refuses figures that are not positive. */
  public Roof {
    Args.require(peak > 0, "peak", peak, "more than 0");
    Args.require(bandwidth > 0, "bandwidth", bandwidth, "more than 0");
  }

  /** The roof of a device for products computed in a number format; empty without such a peak. */
  public static Optional<Roof> of(DeviceSpec device, DType compute) {
    return device.peak(compute).isPresent()
        ? Optional.of(
            new Roof(device.name(), device.peak(compute).getAsDouble(), device.bandwidth()))
        : Optional.empty();
  }

  /** What keeps a product from being faster. */
  public enum Bound {
    /** The arithmetic takes longer than moving the numbers. */
    COMPUTE,
    /** Moving the numbers takes longer than the arithmetic. */
    MEMORY
  }

  /** Operations per byte where the two limits meet: peak over bandwidth. */
  public double ridge() {
    return peak / bandwidth;
  }

  /** The most operations a second at so many operations per byte. */
  public double attainable(double intensity) {
    return Math.min(peak, intensity * bandwidth);
  }

  /** Seconds that work takes at least: the longer of its arithmetic and its transfers. */
  public double seconds(double flops, double bytes) {
    return Math.max(flops / peak, bytes / bandwidth);
  }

  /** What keeps work of this intensity from being faster; at the ridge point, the arithmetic. */
  public Bound bound(double intensity) {
    return intensity >= ridge() ? Bound.COMPUTE : Bound.MEMORY;
  }
}
