package org.inferscope.model.gpt2;

import org.inferscope.compute.MatrixView;

/** Parts of matrices. */
final class Views {
  private Views() {}

  static MatrixView rows(MatrixView all, int from, int count) {
    long offset = all.offset() + (long) from * all.stride();
    return new MatrixView(all.tensor(), offset, count, all.cols(), all.stride());
  }

  static MatrixView columns(MatrixView all, int from, int count) {
    return new MatrixView(all.tensor(), all.offset() + from, all.rows(), count, all.stride());
  }

  /** A head's columns. */
  static MatrixView head(MatrixView all, int head, int width) {
    return columns(all, head * width, width);
  }
}
