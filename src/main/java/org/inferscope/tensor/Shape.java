package org.inferscope.tensor;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The sizes of a tensor, outermost dimension first: {@code [rows, cols]} for a matrix, empty for a
 * single number. Zero sizes are allowed.
 */
public record Shape(List<Integer> dims) {

  /** Copies the list and refuses negative sizes. */
  public Shape {
    dims = List.copyOf(dims);
    for (int i = 0; i < dims.size(); i++) {
      Args.notNegative(dims.get(i), "dims[" + i + "]");
    }
  }

  /** A shape of these sizes, outermost first. */
  public static Shape of(int... dims) {
    return new Shape(Arrays.stream(dims).boxed().toList());
  }

  /** How many dimensions there are: 0 for a single number, 2 for a matrix. */
  public int rank() {
    return dims.size();
  }

  /** The size of one dimension, counted from the outermost. */
  public int dim(int i) {
    return dims.get(Args.index(i, dims.size(), "i"));
  }

  /**
   * How many numbers a tensor of this shape holds.
   *
   * @throws ArithmeticException if that is more than a long can count
   */
  public long size() {
    long size = 1;
    for (int dim : dims) {
      size = Math.multiplyExact(size, (long) dim);
    }
    return size;
  }

  /** The sizes with a multiplication sign between: {@code 2×3}; empty for a single number. */
  public String text() {
    return dims.stream().map(String::valueOf).collect(Collectors.joining("×"));
  }

  /** The sizes in brackets: {@code [2×3]}. */
  @Override
  public String toString() {
    return "[" + text() + "]";
  }
}
