package org.inferscope.compute.worker.nd4j;

import java.nio.FloatBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner.ExecutionerType;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Numbers on their way between Java and ND4J's memory: some at a time, since a buffer cannot span
 * the largest tensors, and through an array of their own, since a card's memory is reached so only.
 */
final class NdCopies {
  /** Few enough for a processor's cache. */
  private static final int ON_HOST = 1 << 17;

  /** Enough for a card to be worth the way. */
  private static final int ON_CARD = 1 << 24;

  private final boolean host = Nd4j.getExecutioner().type() == ExecutionerType.NATIVE_CPU;
  private final int chunk = host ? ON_HOST : ON_CARD;

  /** Copies all remaining numbers of a buffer to a place; its position is left alone. */
  void write(FloatBuffer source, NdTensor target, long offset) {
    FloatBuffer rest = source.duplicate();
    long at = offset;
    while (rest.hasRemaining()) {
      int count = Math.min(chunk, rest.remaining());
      try (INDArray some = host ? onHost(rest, count) : onCard(rest, count)) {
        target.view(NdShape.vector(at, count, 1)).assign(some);
        Nd4j.getExecutioner().commit();
      }
      at += count;
    }
  }

  private static INDArray onHost(FloatBuffer source, int count) {
    INDArray some = Nd4j.createUninitialized(DataType.FLOAT, count);
    some.data().asNioFloat().put(source.slice(source.position(), count));
    source.position(source.position() + count);
    return some;
  }

  private static INDArray onCard(FloatBuffer source, int count) {
    float[] some = new float[count];
    source.get(some);
    return Nd4j.createFromArray(some);
  }

  /** Copies as many numbers as an array takes. */
  void read(NdTensor source, long offset, float[] target) {
    source.open();
    for (int done = 0; done < target.length; ) {
      int count = Math.min(chunk, target.length - done);
      INDArray part = source.view(NdShape.vector(offset + done, count, 1));
      try (INDArray some = part.dup()) {
        some.data().asNioFloat().get(target, done, count);
      }
      done += count;
    }
  }
}
