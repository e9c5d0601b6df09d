package org.inferscope.compute.worker;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/** Numbers as the contract carries them: float32, little-endian. */
final class Floats {
  private Floats() {}

  /** Some of a buffer's numbers; its position is left alone. */
  static ByteString bytes(FloatBuffer source, int from, int count) {
    byte[] bytes = new byte[count * Float.BYTES];
    ByteBuffer.wrap(bytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .asFloatBuffer()
        .put(0, source, from, count);
    // Nobody else has the array.
    return UnsafeByteOperations.unsafeWrap(bytes);
  }

  /** Puts numbers into an array, and says how many there were. */
  static int read(ByteString bytes, float[] target, int at) {
    FloatBuffer numbers =
        bytes.asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    int count = numbers.remaining();
    if (count > target.length - at || count * Float.BYTES != bytes.size()) {
      throw new IllegalStateException(
          "the worker has answered with " + bytes.size() + " bytes of numbers");
    }
    numbers.get(target, at, count);
    return count;
  }
}
