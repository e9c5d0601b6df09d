package org.inferscope.compute.reference;

import org.inferscope.compute.DeviceTensor;
import org.jspecify.annotations.Nullable;

/** Numbers in a Java array. */
final class ArrayTensor implements DeviceTensor {
  private final int size;
  private float @Nullable [] numbers;

  ArrayTensor(float[] numbers) {
    this.numbers = numbers;
    this.size = numbers.length;
  }

  /**
   * The array of a tensor that must be one of these and open.
   *
   * @throws IllegalArgumentException if it is another backend's
   * @throws IllegalStateException if it is closed
   */
  static float[] of(DeviceTensor tensor) {
    if (!(tensor instanceof ArrayTensor own)) {
      throw new IllegalArgumentException("tensor of another backend: " + tensor);
    }
    if (own.numbers == null) {
      throw new IllegalStateException("tensor is closed");
    }
    return own.numbers;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public void close() {
    numbers = null;
  }
}
