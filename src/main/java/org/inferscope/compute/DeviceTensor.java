package org.inferscope.compute;

/**
 * A row of float32 numbers in a device's memory. It has no shape of its own: operations see parts
 * of it through a {@link MatrixView} or a {@link VectorView}. Belongs to the backend that made it
 * and, like it, to one thread at a time.
 */
public interface DeviceTensor extends AutoCloseable {

  /** How many numbers it holds; may be 0. */
  long size();

  /** Frees the memory. Using it, or a view of it, afterwards is refused; closing again is not. */
  @Override
  void close();
}
