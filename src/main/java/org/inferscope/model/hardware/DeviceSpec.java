package org.inferscope.model.hardware;

import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.inferscope.tensor.DType;

/**
 * Published figures of a device to compute on; what has no source is left out.
 *
 * @param id stable name, for lesson files
 * @param name name on screen; says which variant
 * @param year when it was announced, 0 when left out
 * @param memoryGb memory in 10⁹ bytes, 0 when left out
 * @param bandwidth memory bandwidth in bytes a second
 * @param peaks dense peak (no sparsity) in FLOP a second, for each number format that has one
 * @param achieved what has been measured of these peaks with products of matrices, in FLOP a
 *     second, for each number format that somebody has published a measurement of
 * @param note what else to know about the figures; may be empty
 * @param sources where they were read
 */
public record DeviceSpec(
    String id,
    String name,
    int year,
    double memoryGb,
    double bandwidth,
    Map<DType, Double> peaks,
    Map<DType, Double> achieved,
    String note,
    String sources) {
  /** Copies the maps. */
  public DeviceSpec {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    peaks = Map.copyOf(peaks);
    achieved = Map.copyOf(achieved);
  }

  /** The dense peak in FLOP a second for a number format, where there is a source for it. */
  public OptionalDouble peak(DType dtype) {
    return figure(peaks, dtype);
  }

  /** What has been measured of the peak, in FLOP a second, where there is a source for it. */
  public OptionalDouble achieved(DType dtype) {
    return figure(achieved, dtype);
  }

  private static OptionalDouble figure(Map<DType, Double> figures, DType dtype) {
    Double figure = figures.get(dtype);
    return figure == null ? OptionalDouble.empty() : OptionalDouble.of(figure);
  }
}
