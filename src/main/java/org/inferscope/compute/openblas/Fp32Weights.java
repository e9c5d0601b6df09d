package org.inferscope.compute.openblas;

import java.nio.FloatBuffer;
import org.inferscope.compute.LayerWeights;
import org.inferscope.compute.MatrixView;
import org.inferscope.compute.MatrixView.Layout;
import org.inferscope.tensor.DType;

/**
 * Weights of 32 bits where they lie.
 *
 * @param matrix [I, O] when read in layout {@code layout}
 */
record Fp32Weights(MatrixView matrix, Layout layout) implements LayerWeights, PanelSource {

  /** Where the weights are stored as [I, O]. */
  @Override
  public void read(int row, int rows, int col, int cols, float[] to, int stride) {
    FloatBuffer from = Rows.window(Views.columns(matrix, col, cols), row, rows);
    if (cols == matrix.stride() && cols == stride) {
      from.get(0, to, 0, rows * cols);
      return;
    }
    for (int i = 0; i < rows; i++) {
      from.get(i * matrix.stride(), to, i * stride, cols);
    }
  }

  @Override
  public int inputs() {
    return matrix.rows(layout);
  }

  @Override
  public int outputs() {
    return matrix.cols(layout);
  }

  @Override
  public DType format() {
    return DType.FP32;
  }

  /** Nothing was made. */
  @Override
  public void close() {}
}
