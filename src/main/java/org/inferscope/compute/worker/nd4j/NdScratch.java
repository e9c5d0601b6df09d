package org.inferscope.compute.worker.nd4j;

import org.inferscope.compute.MatrixView;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** Memory for what lies between steps, kept from one operation to the next. */
final class NdScratch implements AutoCloseable {
  private @Nullable NdTensor memory;

  /** A matrix without gaps and with any content; valid until the next is asked for. */
  MatrixView matrix(int rows, int cols) {
    return MatrixView.of(atLeast((long) rows * cols), rows, cols);
  }

  /** As many numbers or more, with any content; valid until more are asked for. */
  NdTensor atLeast(long size) {
    if (memory == null || memory.size() < size) {
      close();
      memory = new NdTensor(size, Nd4j.createUninitialized(DataType.FLOAT, size), () -> {});
    }
    return memory;
  }

  @Override
  public void close() {
    if (memory != null) {
      memory.close();
      memory = null;
    }
  }
}
