package org.inferscope.compute.worker.nd4j;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.inferscope.compute.MatrixView;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.comparison.CompareAndReplace;
import org.nd4j.linalg.api.ops.impl.transforms.custom.SoftMax;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.conditions.Conditions;

/**
 * Softmax of rows that see more columns from one to the next. What a row does not see is replaced,
 * not added to, so that it may be anything: by −∞ before, by 0 after.
 */
final class NdSoftmax implements AutoCloseable {
  private final NdCopies copies;
  private final NdScratch scores = new NdScratch();
  private @Nullable Masks masks;

  NdSoftmax(NdCopies copies) {
    this.copies = copies;
  }

  /** See {@link org.inferscope.compute.Backend#causalSoftmax}; the sizes fit. */
  void run(MatrixView x, int past, MatrixView out) {
    if (x.isEmpty()) {
      return;
    }
    INDArray in = NdViews.matrix(x);
    INDArray result = NdViews.matrix(out);
    if (past + 1L >= x.cols()) {
      Nd4j.exec(new SoftMax(in, result, 1));
      return;
    }
    Masks masks = masks(x.rows(), x.cols(), past);
    INDArray seen = NdViews.matrix(scores.matrix(x.rows(), x.cols()));
    keepSeen(masks.infinities(), in, seen);
    Nd4j.exec(new SoftMax(seen, seen, 1));
    keepSeen(masks.zeros(), seen, result);
  }

  /** The mask where it is not 1, the other elsewhere. */
  private static void keepSeen(NdTensor mask, INDArray x, INDArray out) {
    int cols = Math.toIntExact(x.size(1));
    INDArray flags = mask.view(NdShape.matrix(0, (int) x.size(0), cols, cols, 1));
    Nd4j.exec(new CompareAndReplace(flags, x, out, Conditions.greaterThan(0)));
  }

  private Masks masks(int rows, int cols, int past) {
    Masks last = masks;
    if (last == null || last.rows != rows || last.cols != cols || last.past != past) {
      closeMasks();
      last =
          new Masks(
              rows,
              cols,
              past,
              mask(rows, cols, past, Float.NEGATIVE_INFINITY),
              mask(rows, cols, past, 0));
      masks = last;
    }
    return last;
  }

  /** 1 for what is seen. */
  private NdTensor mask(int rows, int cols, int past, float unseen) {
    long size = (long) rows * cols;
    NdTensor mask = new NdTensor(size, Nd4j.createUninitialized(DataType.FLOAT, size), () -> {});
    float[] some = new float[cols];
    for (int row = 0; row < rows; row++) {
      int seen = (int) Math.min(cols, past + row + 1L);
      Arrays.fill(some, 0, seen, 1);
      Arrays.fill(some, seen, cols, unseen);
      copies.write(FloatBuffer.wrap(some), mask, (long) row * cols);
    }
    return mask;
  }

  private void closeMasks() {
    if (masks != null) {
      masks.infinities.close();
      masks.zeros.close();
      masks = null;
    }
  }

  @Override
  public void close() {
    scores.close();
    closeMasks();
  }

  /**
   * What rows see.
   *
   * @param rows T
   * @param cols how many columns
   * @param past how many columns are seen by all, less one
   * @param infinities 1 for what is seen, −∞ elsewhere
   * @param zeros 1 for what is seen, 0 elsewhere
   */
  private record Masks(int rows, int cols, int past, NdTensor infinities, NdTensor zeros) {}
}
