package org.inferscope.io.safetensors;

import java.nio.Buffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.List;
import org.inferscope.tensor.Args;

/**
 * A tensor to be written: float32 numbers, or whole numbers of 32 or 64 bits.
 *
 * @param name "network.0.weight"
 * @param shape sizes, outermost first
 * @param parts the numbers, row after row, from each buffer's position to its limit, in one or
 *     several that follow each other: all of floats, all of ints or all of longs. Read through
 *     views, so that the positions stay
 */
public record TensorData(String name, List<Long> shape, List<Buffer> parts) {
  /** Refuses a shape of another size, and buffers of other or of several types. */
  public TensorData {
    shape = List.copyOf(shape);
    parts = List.copyOf(parts);
    Args.require(!parts.isEmpty(), "parts.size()", 0, "1 or more");
    StoredType type = type(parts.get(0));
    for (Buffer part : parts) {
      Args.require(type(part) == type, "parts", type(part), type.name() + ", all of them");
    }
    long wanted = shape.stream().reduce(1L, Math::multiplyExact);
    long given = count(parts);
    Args.require(wanted == given, "parts", given, wanted + " numbers");
  }

  /** A tensor that is in one buffer of floats, ints or longs. */
  public TensorData(String name, List<Long> shape, Buffer values) {
    this(name, shape, List.of(values));
  }

  private static StoredType type(Buffer values) {
    if (values instanceof FloatBuffer) {
      return StoredType.F32;
    }
    if (values instanceof IntBuffer) {
      return StoredType.I32;
    }
    Args.require(values instanceof LongBuffer, "values", values, "of floats, ints or longs");
    return StoredType.I64;
  }

  private static long count(List<Buffer> parts) {
    return parts.stream().mapToLong(Buffer::remaining).sum();
  }

  /** What its numbers are stored as. */
  StoredType type() {
    return type(parts.get(0));
  }

  /** How many bytes its numbers take in a file. */
  long bytes() {
    return type().bytes() * count(parts);
  }
}
