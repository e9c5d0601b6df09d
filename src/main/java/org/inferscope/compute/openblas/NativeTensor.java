package org.inferscope.compute.openblas;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.inferscope.compute.DeviceTensor;
import org.jspecify.annotations.Nullable;

/** Numbers outside the Java heap. Memory that nobody closed goes when the collector finds it. */
final class NativeTensor implements DeviceTensor {
  /** How much a buffer can span: JavaCPP makes them over bytes, counted by an int. */
  private static final int WINDOW = Integer.MAX_VALUE / Float.BYTES;

  /** Numbers in a line of the cache: vectors that lie across two lines take twice as long. */
  static final int LINE = 64 / Float.BYTES;

  private final long size;
  private final Pointer memory;

  /** The first number, at the start of a line; null once closed. */
  private @Nullable FloatPointer first;

  /** Reserves memory without clearing it. */
  NativeTensor(long size) {
    this.size = size;
    FloatPointer reserved = new FloatPointer(Math.max(1, size) + LINE);
    long misplaced = reserved.address() / Float.BYTES % LINE;
    memory = reserved;
    first = reserved.getPointer((LINE - misplaced) % LINE);
  }

  /** The remaining numbers of a direct buffer where they lie; the buffer is kept as long. */
  NativeTensor(FloatBuffer source) {
    size = source.remaining();
    // A slice, since JavaCPP takes a position for a number of bytes.
    first = new FloatPointer(source.slice());
    memory = first;
  }

  /**
   * A tensor that must be one of these.
   *
   * @throws IllegalArgumentException if it is another backend's
   */
  static NativeTensor of(DeviceTensor tensor) {
    if (!(tensor instanceof NativeTensor own)) {
      throw new IllegalArgumentException("tensor of another backend: " + tensor);
    }
    return own;
  }

  /**
   * The address of one number.
   *
   * @throws IllegalStateException if the tensor is closed
   */
  FloatPointer at(long offset) {
    if (first == null) {
      throw new IllegalStateException("tensor is closed");
    }
    return offset == 0 ? first : first.getPointer(offset);
  }

  /** Sets all numbers to 0. */
  NativeTensor clear() {
    at(0).zero();
    return this;
  }

  /** Copies numbers out of this tensor. */
  void read(long offset, float[] target, int length) {
    if (length > 0) {
      at(offset).get(target, 0, length);
    }
  }

  /** Copies numbers into this tensor. */
  void write(long offset, float[] source, int length) {
    if (length > 0) {
      at(offset).put(source, 0, length);
    }
  }

  /** Copies a buffer's remaining numbers to the start of this tensor. */
  void write(FloatBuffer source) {
    for (int done = 0; done < source.remaining(); ) {
      int length = Math.min(WINDOW, source.remaining() - done);
      window(done, length).put(0, source, source.position() + done, length);
      done += length;
    }
  }

  /** Part of this tensor as a buffer; it must not outlive the tensor. */
  FloatBuffer window(long offset, int length) {
    return at(offset).getPointer(0).limit(length).asBuffer();
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public void close() {
    first = null;
    memory.close();
  }
}
