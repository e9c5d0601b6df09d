package org.inferscope.compute.worker.server;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.inferscope.compute.worker.proto.Numbers;
import org.inferscope.tensor.Args;

/** Numbers as they are on their way: float32, little-endian. Stateless, any thread. */
final class Floats {
  private Floats() {}

  /** Numbers that have come. */
  static float[] of(ByteString bytes) {
    int rest = bytes.size() % Float.BYTES;
    Args.require(rest == 0, "bytes of values", bytes.size(), "a multiple of " + Float.BYTES);
    float[] numbers = new float[bytes.size() / Float.BYTES];
    bytes.asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(numbers);
    return numbers;
  }

  /** Numbers that are to go. */
  static Numbers message(float[] numbers) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Math.multiplyExact(numbers.length, Float.BYTES))
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(numbers);
    // Nobody else has the array.
    return Numbers.newBuilder().setValues(UnsafeByteOperations.unsafeWrap(bytes)).build();
  }
}
