package org.inferscope.compute.worker.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Which numbers of an array to see, and as what.
 *
 * @param offset index of the first
 * @param rows how many rows; 0 for a vector
 * @param cols how many columns, or numbers of the vector
 * @param rowStep distance from one row to the next
 * @param colStep distance from one column to the next
 */
record NdShape(long offset, int rows, long cols, int rowStep, int colStep) {

  /** Numbers one after the other, a step apart. */
  static NdShape vector(long offset, long size, int step) {
    return new NdShape(offset, 0, size, 0, step);
  }

  /** A matrix with any steps. */
  static NdShape matrix(long offset, int rows, int cols, int rowStep, int colStep) {
    return new NdShape(offset, rows, cols, rowStep, colStep);
  }

  /** A view of an array. */
  INDArray of(INDArray memory) {
    if (rows == 0) {
      return Nd4j.create(
          memory.data(), new long[] {cols}, new long[] {colStep}, offset, colStep == 1 ? 'c' : 'f');
    }
    // The order tells ND4J which of both is contiguous: it copies what it takes for neither.
    char order = colStep == 1 ? 'c' : 'f';
    return Nd4j.create(
        memory.data(), new long[] {rows, cols}, new long[] {rowStep, colStep}, offset, order);
  }
}
