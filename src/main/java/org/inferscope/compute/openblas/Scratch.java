package org.inferscope.compute.openblas;

import java.util.concurrent.ConcurrentLinkedDeque;

/** Arrays that one part of some work needs for itself, kept for the next part. */
final class Scratch {
  private float[] weights = new float[0];
  private float[] sums = new float[0];
  private float[] inputs = new float[0];
  private float[] turned = new float[0];

  /** Room for so many weights, holding anything. */
  float[] weights(int size) {
    weights = room(weights, size);
    return weights;
  }

  /** Room for so many sums, holding anything. */
  float[] sums(int size) {
    sums = room(sums, size);
    return sums;
  }

  /** Room for so many inputs, holding anything. */
  float[] inputs(int size) {
    inputs = room(inputs, size);
    return inputs;
  }

  /** Room for so many numbers of a transposed matrix, holding anything. */
  float[] turned(int size) {
    turned = room(turned, size);
    return turned;
  }

  private static float[] room(float[] now, int size) {
    return now.length >= size ? now : new float[size];
  }

  /** Scratches that are free. Any thread. */
  static final class Pool {
    private final ConcurrentLinkedDeque<Scratch> free = new ConcurrentLinkedDeque<>();

    Scratch borrow() {
      Scratch scratch = free.poll();
      return scratch == null ? new Scratch() : scratch;
    }

    void giveBack(Scratch scratch) {
      free.push(scratch);
    }
  }
}
