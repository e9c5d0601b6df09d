package org.inferscope.model.roofline;

import java.util.Optional;
import java.util.OptionalDouble;
import org.inferscope.compute.bench.Timing;
import org.inferscope.model.hardware.Roof;

/**
 * A product under a roof: what is drawn as a point, listed as a row and explained.
 *
 * @param name what it is called on screen
 * @param shape its sizes
 * @param formats what its numbers are kept in
 * @param roof of the device it is held against; empty where that has no peak for the format
 * @param timing how long it took, where it was measured
 */
public record Point(
    String name, MatmulShape shape, Formats formats, Optional<Roof> roof, Optional<Timing> timing) {

  /** A product nobody has measured. */
  public static Point planned(
      String name, MatmulShape shape, Formats formats, Optional<Roof> roof) {
    return new Point(name, shape, formats, roof, Optional.empty());
  }

  /** A measured product, against the roof of what it ran on if that is known. */
  public static Point measured(MeasuredPoint measured, Optional<Roof> roof) {
    return new Point(
        measured.implName(),
        measured.shape(),
        MeasuredPoint.FORMATS,
        roof,
        Optional.of(measured.result().timing()));
  }

  /** Operations per byte. */
  public double intensity() {
    return shape.intensity(formats);
  }

  /** Operations a second at the roof. */
  public OptionalDouble attainable() {
    return roof.stream().mapToDouble(r -> r.attainable(intensity())).findFirst();
  }

  /** Seconds at the roof. */
  public OptionalDouble secondsAtRoof() {
    return roof.stream()
        .mapToDouble(r -> r.seconds(shape.flops(), shape.bytes(formats)))
        .findFirst();
  }

  /** Operations a second that were measured. */
  public OptionalDouble rate() {
    return timing.stream().mapToDouble(t -> shape.flops() / (t.medianMs() / 1e3)).findFirst();
  }

  /** The measured rate as a share of what is attainable, 1 for all of it. */
  public OptionalDouble shareOfRoof() {
    return rate().isPresent() && attainable().isPresent()
        ? OptionalDouble.of(rate().getAsDouble() / attainable().getAsDouble())
        : OptionalDouble.empty();
  }

  /** What keeps it from being faster. */
  public Optional<Roof.Bound> bound() {
    return roof.map(r -> r.bound(intensity()));
  }

  /**
   * The share of the time at the roof that the arithmetic waits for memory: {@code 1 −
   * intensity/ridge}, 0 beyond the ridge point.
   */
  public OptionalDouble waiting() {
    return roof.stream().mapToDouble(r -> Math.max(0, 1 - intensity() / r.ridge())).findFirst();
  }
}
