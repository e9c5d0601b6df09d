package org.inferscope.compute;

import org.inferscope.tensor.Args;

/**
 * Consecutive numbers of a tensor.
 *
 * @param tensor where they lie
 * @param offset index of the first
 * @param size how many; may be 0
 */
public record VectorView(DeviceTensor tensor, long offset, int size) {

  /**
   * Checks that the view lies inside its tensor.
   *
   * @throws IllegalArgumentException if it does not
   */
  public VectorView {
    Args.notNegative(size, "size");
    Args.require(offset >= 0, "offset", offset, "0 or more");
    Args.require(
        offset <= tensor.size() - size, "offset + size", offset + size, "within " + tensor.size());
  }

  /** All numbers of a tensor that is small enough to be one vector. */
  public static VectorView of(DeviceTensor tensor) {
    return new VectorView(tensor, 0, Math.toIntExact(tensor.size()));
  }
}
