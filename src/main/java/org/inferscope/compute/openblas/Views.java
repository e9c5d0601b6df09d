package org.inferscope.compute.openblas;

import org.inferscope.compute.MatrixView;
import org.inferscope.compute.VectorView;
import org.inferscope.compute.openblas.Grid.Block;

/** Parts of a matrix, in place. */
final class Views {
  private Views() {}

  static MatrixView part(MatrixView all, Block block) {
    return columns(rows(all, block.row(), block.rows()), block.col(), block.cols());
  }

  static MatrixView rows(MatrixView all, int from, int count) {
    long offset = all.offset() + (long) from * all.stride();
    return new MatrixView(all.tensor(), offset, count, all.cols(), all.stride());
  }

  static MatrixView columns(MatrixView all, int from, int count) {
    return new MatrixView(all.tensor(), all.offset() + from, all.rows(), count, all.stride());
  }

  /** Part of a row. */
  static VectorView row(MatrixView all, int row, int from, int count) {
    return new VectorView(all.tensor(), all.offset() + (long) row * all.stride() + from, count);
  }
}
