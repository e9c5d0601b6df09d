package org.inferscope.compute.worker;

import org.inferscope.compute.DeviceTensor;

/** Numbers in a worker's memory, known by a handle. */
final class RemoteTensor implements DeviceTensor {
  private final Recording owner;
  private final long handle;
  private final long size;
  private boolean closed;

  /** Whether the call that was to make it failed, so that it may be there or not. */
  private boolean doubtful;

  RemoteTensor(Recording owner, long handle, long size) {
    this.owner = owner;
    this.handle = handle;
    this.size = size;
  }

  /**
   * The handle of a tensor that must be open and one of these.
   *
   * @throws IllegalArgumentException if it is another backend's
   * @throws IllegalStateException if it is closed, or could not be made
   */
  static long handle(DeviceTensor tensor, Recording owner) {
    if (!(tensor instanceof RemoteTensor own) || own.owner != owner) {
      throw new IllegalArgumentException("tensor of another backend: " + tensor);
    }
    if (own.closed || own.doubtful) {
      throw new IllegalStateException(own.closed ? "tensor is closed" : "tensor could not be made");
    }
    return own.handle;
  }

  void doubt() {
    doubtful = true;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      owner.free(Ops.free(handle), size * Float.BYTES, doubtful);
    }
  }
}
