package org.inferscope.model.gpt2;

import java.util.HashMap;
import java.util.Map;
import org.inferscope.compute.Backend;
import org.inferscope.compute.DeviceTensor;
import org.inferscope.compute.MatrixView;

/**
 * Memory for what a forward pass computes on the way, kept from one pass to the next: fresh memory
 * is as slow as the first layer of a short prompt. Compute thread.
 */
final class Workspace implements AutoCloseable {
  private final Backend backend;
  private final Map<Purpose, DeviceTensor> tensors = new HashMap<>();

  /** What memory is for. Letters: N tokens of all prompts, D width, F neurons. */
  enum Purpose {
    /** [N, D]. */
    STREAM,
    /** [N, D]. */
    NORMAL,
    /** [N, 3D]. */
    QKV,
    /** [N, D]. */
    HEADS,
    /** [N, F]. */
    NEURONS,
    /** [N, D]. */
    ADDED,
    /** Scores of one head [T, T]. */
    SCORES,
    /** Some rows of logits [n, V]. */
    LOGITS
  }

  Workspace(Backend backend) {
    this.backend = backend;
  }

  /** A matrix on the memory for a purpose; what was there before is lost. */
  MatrixView matrix(Purpose purpose, int rows, int cols) {
    long size = (long) rows * cols;
    DeviceTensor tensor = tensors.get(purpose);
    if (tensor == null || tensor.size() < size) {
      if (tensor != null) {
        tensors.remove(purpose);
        tensor.close();
      }
      tensor = backend.allocate(size);
      tensors.put(purpose, tensor);
    }
    return MatrixView.of(tensor, rows, cols);
  }

  @Override
  public void close() {
    tensors.values().forEach(DeviceTensor::close);
    tensors.clear();
  }
}
