package org.inferscope.model.matmul;

import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.inferscope.tensor.DType;

/**
 * Published figures of a device to compute on; what has no source is left out.
 *
 * @param id stable name, for lesson files
 * @param name name on screen; says which variant
 * @param memoryGb memory in 10⁹ bytes, 0 when left out
 * @param bandwidth memory bandwidth in bytes a second
 * @param peaks dense peak (no sparsity) in FLOP a second, for each number format that has one
 * @param note what else to know about the figures; may be empty
 * @param sources where they were read
 */
public record DeviceSpec(
    String id,
    String name,
    double memoryGb,
    double bandwidth,
    Map<DType, Double> peaks,
    String note,
    String sources) {
  /** Copies the map. */
  public DeviceSpec {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    peaks = Map.copyOf(peaks);
  }

  /** The dense peak in FLOP a second for a number format, where there is a source for it. */
  public OptionalDouble peak(DType dtype) {
    Double peak = peaks.get(dtype);
    return peak == null ? OptionalDouble.empty() : OptionalDouble.of(peak);
  }
}
