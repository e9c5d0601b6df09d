package org.inferscope.model.gpt2;

import java.util.ArrayList;
import java.util.List;
import org.inferscope.compute.Backend;
import org.inferscope.compute.DeviceTensor;
import org.inferscope.compute.MatrixView;
import org.inferscope.tensor.Args;

/**
 * Queries, keys and values of the tokens of one text, for every block, so that the next token is
 * computed alone. Kept as the layer puts them out, [capacity, 3D]: the queries are not needed again
 * but copying the rest apart would cost more than their room. Compute thread.
 */
final class KvCache implements AutoCloseable {
  private final List<DeviceTensor> blocks = new ArrayList<>();
  private final int width;
  private final int capacity;
  private int length;

  /** Room for so many tokens. */
  KvCache(Backend backend, Gpt2Config config, int capacity) {
    width = 3 * config.width();
    this.capacity = Args.positive(capacity, "capacity");
    try {
      for (int layer = 0; layer < config.layers(); layer++) {
        blocks.add(backend.allocate((long) capacity * width));
      }
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  /** How many tokens are in it. */
  int length() {
    return length;
  }

  int capacity() {
    return capacity;
  }

  /** Rows for the next so many tokens of a block [count, 3D]. */
  MatrixView next(int layer, int count) {
    return rows(layer, length, count);
  }

  /** Rows of all tokens of a block, the next so many counted in [length + count, 3D]. */
  MatrixView all(int layer, int count) {
    return rows(layer, 0, length + count);
  }

  private MatrixView rows(int layer, int from, int count) {
    return new MatrixView(blocks.get(layer), (long) from * width, count, width, width);
  }

  /** The next so many tokens have been put in. */
  void advance(int count) {
    length = Args.inRange(length + count, length, capacity, "length + count");
  }

  /** Forgets the tokens from a position on. */
  void truncate(int newLength) {
    length = Args.inRange(newLength, 0, length, "newLength");
  }

  @Override
  public void close() {
    blocks.forEach(DeviceTensor::close);
  }
}
