package org.inferscope.io.safetensors;

import java.nio.FloatBuffer;
import java.util.List;
import org.inferscope.tensor.Args;

/**
 * A tensor to be written.
 *
 * @param name "network.0.weight"
 * @param shape sizes, outermost first
 * @param values row after row, from the buffer's position to its limit; read through views, so that
 *     the position stays
 */
public record TensorData(String name, List<Long> shape, FloatBuffer values) {
  /** Refuses a shape of another size. */
  public TensorData {
    shape = List.copyOf(shape);
    long count = shape.stream().reduce(1L, Math::multiplyExact);
    Args.require(count == values.remaining(), "values.remaining()", values.remaining(), "" + count);
  }

  /** How many bytes its numbers take in a file. */
  long bytes() {
    return (long) Float.BYTES * values.remaining();
  }
}
