package org.inferscope.compute.openblas;

import org.jspecify.annotations.Nullable;

/** Weights [I, O] that are read as float32, some columns at a time. Any thread. */
interface PanelSource {

  /** I. */
  int inputs();

  /** O. */
  int outputs();

  /**
   * Reads [K, N] into an array.
   *
   * @param row of the first
   * @param rows K, above 0
   * @param col of the first, a multiple of a panel's width
   * @param cols N, above 0; where it ends inside a panel, the rest of the panel holds anything
   * @param stride of the array, room for whole panels
   */
  void read(int row, int rows, int col, int cols, float[] to, int stride);

  /** What to multiply each output's sum with, or null for nothing. */
  default float @Nullable [] scales() {
    return null;
  }
}
