package org.inferscope.io.safetensors;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a header says of a tensor. Immutable, any thread.
 *
 * @param name "network.0.weight"
 * @param type of its numbers
 * @param shape sizes, outermost first; empty for a single number
 * @param begin byte of the data where it starts, counted from the end of the header
 * @param end byte after its last
 */
public record TensorInfo(String name, StoredType type, List<Long> shape, long begin, long end) {
  /** Copies the list. */
  public TensorInfo {
    shape = List.copyOf(shape);
  }

  /** How many numbers; the file has been checked to hold them, so that no product overflows. */
  public long count() {
    return shape.stream().reduce(1L, (a, b) -> a * b);
  }

  /** How many dimensions. */
  public int rank() {
    return shape.size();
  }

  /** The sizes as PyTorch prints them: {@code [16, 8]}. */
  public String shapeText() {
    return text(shape);
  }

  /** Sizes as PyTorch prints them: {@code [16, 8]}. */
  public static String text(List<Long> shape) {
    return shape.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
  }

  /**
   * Where number i stands, counted from 0 as Python does: {@code [3, 1]}.
   *
   * @param i counted from 0, row after row
   */
  public String placeText(long i) {
    List<Long> place = new ArrayList<>();
    long left = i;
    for (int d = rank() - 1; d >= 0; d--) {
      place.add(0, left % shape.get(d));
      left /= shape.get(d);
    }
    return text(place);
  }
}
