package org.inferscope.compute.worker.nd4j;

import java.util.LinkedHashMap;
import java.util.Map;
import org.inferscope.compute.DeviceTensor;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Numbers in an array of ND4J's, with the views of it that were asked for last. */
final class NdTensor implements DeviceTensor {
  /** The views of a layer and its heads, and then some; making one takes as long as a small op. */
  private static final int VIEWS = 128;

  private final long size;
  private final Runnable onClose;
  private final Map<NdShape, INDArray> views = new RecentViews();

  /** Null once closed. */
  private @Nullable INDArray memory;

  /**
   * A tensor.
   *
   * @param size how many numbers
   * @param memory at least as many, and at least one, as ND4J has no arrays of nothing to write to
   * @param onClose called once
   */
  NdTensor(long size, INDArray memory, Runnable onClose) {
    this.size = size;
    this.memory = memory;
    this.onClose = onClose;
  }

  /**
   * A tensor that must be one of these.
   *
   * @throws IllegalArgumentException if it is another backend's
   */
  static NdTensor of(DeviceTensor tensor) {
    if (!(tensor instanceof NdTensor own)) {
      throw new IllegalArgumentException("tensor of another backend: " + tensor);
    }
    return own;
  }

  /**
   * Part of it, not to be closed.
   *
   * @throws IllegalStateException if the tensor is closed
   */
  INDArray view(NdShape shape) {
    INDArray all = requireOpen();
    return views.computeIfAbsent(shape, wanted -> wanted.of(all));
  }

  /**
   * All of it.
   *
   * @throws IllegalStateException if the tensor is closed
   */
  private INDArray requireOpen() {
    if (memory == null) {
      throw new IllegalStateException("tensor is closed");
    }
    return memory;
  }

  /** Checks that it is open. */
  NdTensor open() {
    requireOpen();
    return this;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public void close() {
    if (memory != null) {
      // What was asked for and not yet computed may still read it.
      Nd4j.getExecutioner().commit();
      views.clear();
      memory.close();
      memory = null;
      onClose.run();
    }
  }

  /** Forgets what was not asked for in a while. */
  private static final class RecentViews extends LinkedHashMap<NdShape, INDArray> {
    private static final long serialVersionUID = 1;

    RecentViews() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<NdShape, INDArray> eldest) {
      return size() > VIEWS;
    }
  }
}
