package org.inferscope.compute.worker.server;

import org.nd4j.linalg.api.blas.params.MMulTranspose;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.reduce.Mmul;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * A [M, K] x B [K, N] -> C [M, N] in ND4J's memory, computed the quickest way that ND4J offers: by
 * the operation itself, into a result that is there and whose columns lie one after the other. What
 * is done for a new result, or for one row after row, is copied once more; and one row is computed
 * as a vector times a matrix only if it is handed over as a vector. Freed with its process.
 */
final class Nd4jProduct {
  private final int m;
  private final INDArray a;
  private final INDArray b;
  private final INDArray c;

  /** A product of these numbers, row after row. Loads ND4J if it is the first. */
  Nd4jProduct(int m, int k, int n, float[] a, float[] b) {
    this.m = m;
    this.a = Nd4j.create(a, new long[] {m, k}, 'c');
    this.b = Nd4j.create(b, new long[] {k, n}, 'c');
    c = columns(m);
  }

  /**
   * Computes the first rows of C again and again; they are kept if they are all.
   *
   * @return how long that took
   */
  long nanos(int rows, int times) {
    if (rows == m) {
      return nanos(a, c, times);
    }
    // [rows, K] x [K, N] -> [rows, N]
    INDArray first = a.get(NDArrayIndex.interval(0, rows), NDArrayIndex.all());
    try (INDArray target = columns(rows)) {
      return nanos(first, target, times);
    }
  }

  private long nanos(INDArray x, INDArray target, int times) {
    boolean vector = x.rows() == 1;
    // [N, K] x [K] -> [N] where there is but one row
    INDArray left = vector ? b.transpose() : x;
    INDArray right = vector ? x.getRow(0) : b;
    INDArray result = vector ? target.getRow(0) : target;
    long start = System.nanoTime();
    for (int time = 0; time < times; time++) {
      Nd4j.exec(new Mmul(left, right, result, MMulTranspose.allFalse()));
    }
    return System.nanoTime() - start;
  }

  /** C as computed last, row after row. */
  float[] result() {
    try (INDArray rows = c.dup('c')) {
      return rows.data().asFloat();
    }
  }

  private INDArray columns(int rows) {
    return Nd4j.create(DataType.FLOAT, new long[] {rows, b.columns()}, 'f');
  }
}
