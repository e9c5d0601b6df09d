package org.inferscope.compute.opencl;

import org.inferscope.compute.DeviceTensor;

/** Numbers in a buffer of a device. */
final class ClTensor implements DeviceTensor {
  private final ClQueue queue;
  private final long size;
  private final long buffer;
  private boolean open = true;

  ClTensor(ClQueue queue, long size, long buffer) {
    this.queue = queue;
    this.size = size;
    this.buffer = buffer;
  }

  /**
   * The buffer of a tensor that must be one of this queue's, and open.
   *
   * @throws IllegalArgumentException if it is another backend's
   * @throws IllegalStateException if it is closed
   */
  static long buffer(ClQueue queue, DeviceTensor tensor) {
    if (!(tensor instanceof ClTensor own) || !own.queue.equals(queue)) {
      throw new IllegalArgumentException("tensor of another backend: " + tensor);
    }
    if (!own.open || !queue.isOpen()) {
      throw new IllegalStateException("tensor is closed");
    }
    return own.buffer;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public void close() {
    if (open) {
      open = false;
      queue.release(buffer);
    }
  }
}
