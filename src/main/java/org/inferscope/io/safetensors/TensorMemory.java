package org.inferscope.io.safetensors;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/**
 * A tensor's numbers as float32 outside the heap, in native byte order. What is read after its
 * {@link NativeMemory} was closed is undefined, as it is with a mapped file that another program
 * has cut short. Reading may be done on any thread.
 */
public final class TensorMemory {
  /** Numbers looked at together: twice as many fit a core's nearest cache. */
  private static final int CHUNK = 2048;

  /** All but the sign. */
  private static final int SIZE_BITS = 0x7fffffff;

  /** What brings an exponent of ones, and no other, to the sign's place. */
  private static final int LOWEST_EXPONENT = 0x00800000;

  private final TensorInfo info;
  private final List<ByteBuffer> parts;
  private final boolean inPlace;

  TensorMemory(TensorInfo info, List<ByteBuffer> parts, boolean inPlace) {
    this.info = info;
    this.parts = List.copyOf(parts);
    this.inPlace = inPlace;
  }

  /** What the file's header says of it. */
  public TensorInfo info() {
    return info;
  }

  /** Whether this is the mapped file rather than a copy. */
  public boolean isInPlace() {
    return inPlace;
  }

  /** The numbers, row after row: read-only buffers that follow each other; none for no numbers. */
  public List<FloatBuffer> floats() {
    return parts.stream().map(part -> part.asFloatBuffer().asReadOnlyBuffer()).toList();
  }

  /**
   * One number.
   *
   * @param i counted from 0, row after row
   */
  public float get(long i) {
    long left = i;
    for (ByteBuffer part : parts) {
      int count = part.capacity() / Float.BYTES;
      if (left < count) {
        return part.getFloat((int) left * Float.BYTES);
      }
      left -= count;
    }
    throw new IndexOutOfBoundsException("number " + i + " of " + info);
  }

  /** Whether another tensor has the same bits, one after the other; shapes are not compared. */
  public boolean equalBits(TensorMemory other) {
    return parts.equals(other.parts);
  }

  /**
   * Where the first number stands that is NaN or infinite, row after row from 0; empty where all
   * are finite. Reads everything, as fast as memory gives it.
   */
  public OptionalLong firstNotFinite() {
    long before = 0;
    for (ByteBuffer part : parts) {
      if (!isFinite(part.asIntBuffer())) {
        return OptionalLong.of(before + first(part.asFloatBuffer()));
      }
      before += part.capacity() / Float.BYTES;
    }
    return OptionalLong.empty();
  }

  private static boolean isFinite(IntBuffer bits) {
    int[] chunk = new int[Math.min(CHUNK, bits.remaining())];
    int[] found = new int[chunk.length];
    while (bits.hasRemaining()) {
      int count = Math.min(chunk.length, bits.remaining());
      bits.get(chunk, 0, count);
      mark(chunk, found, count);
    }
    return Arrays.stream(found).noneMatch(bit -> bit < 0);
  }

  /** Without a branch and from array to array, so that the compiler makes vectors of it. */
  private static void mark(int[] chunk, int[] found, int count) {
    for (int i = 0; i < count; i++) {
      found[i] |= (chunk[i] & SIZE_BITS) + LOWEST_EXPONENT;
    }
  }

  private static int first(FloatBuffer values) {
    int i = 0;
    while (Float.isFinite(values.get(i))) {
      i++;
    }
    return i;
  }
}
