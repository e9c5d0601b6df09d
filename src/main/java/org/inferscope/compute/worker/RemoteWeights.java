package org.inferscope.compute.worker;

import org.inferscope.compute.LayerWeights;
import org.inferscope.tensor.DType;

/** A layer's weights that a worker has made ready. */
final class RemoteWeights implements LayerWeights {
  private final Recording owner;
  private final long handle;
  private final int inputs;
  private final int outputs;
  private final DType format;
  private boolean closed;
  private boolean doubtful;

  RemoteWeights(Recording owner, long handle, int inputs, int outputs, DType format) {
    this.owner = owner;
    this.handle = handle;
    this.inputs = inputs;
    this.outputs = outputs;
    this.format = format;
  }

  /**
   * The handle of weights that must be open and of these.
   *
   * @throws IllegalArgumentException if they are another backend's
   * @throws IllegalStateException if they are closed, or could not be made
   */
  static long handle(LayerWeights weights, Recording owner) {
    if (!(weights instanceof RemoteWeights own) || own.owner != owner) {
      throw new IllegalArgumentException("weights of another backend: " + weights);
    }
    if (own.closed || own.doubtful) {
      throw new IllegalStateException(
          own.closed ? "weights are closed" : "weights could not be made");
    }
    return own.handle;
  }

  void doubt() {
    doubtful = true;
  }

  @Override
  public int inputs() {
    return inputs;
  }

  @Override
  public int outputs() {
    return outputs;
  }

  @Override
  public DType format() {
    return format;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      owner.free(Ops.freeWeights(handle), (long) inputs * outputs * format.bits() / 8, doubtful);
    }
  }
}
