package org.inferscope.compute.openblas;

import java.nio.FloatBuffer;
import org.inferscope.compute.LayerWeights;
import org.inferscope.compute.MatrixView;
import org.inferscope.compute.MatrixView.Layout;
import org.inferscope.tensor.DType;

/** Weights of 32 bits where they lie. */
final class Fp32Weights implements LayerWeights, PanelSource {
  private final MatrixView matrix;
  private final Layout layout;

  /** All of the matrix, kept since making one takes as long as reading a KiB. */
  private final FloatBuffer numbers;

  /**
   * Weights in a matrix that stays as it is.
   *
   * @param matrix [I, O] when read in layout {@code layout}
   */
  Fp32Weights(MatrixView matrix, Layout layout) {
    this.matrix = matrix;
    this.layout = layout;
    numbers = matrix.isEmpty() ? FloatBuffer.allocate(0) : Rows.window(matrix, 0, matrix.rows());
  }

  MatrixView matrix() {
    return matrix;
  }

  Layout layout() {
    return layout;
  }

  /** Where the weights are stored as [I, O]. */
  @Override
  public void read(int row, int rows, int col, int cols, float[] to, int stride) {
    NativeTensor.of(matrix.tensor()).requireOpen();
    int at = row * matrix.stride() + col;
    if (cols == matrix.stride() && cols == stride) {
      numbers.get(at, to, 0, rows * cols);
      return;
    }
    for (int i = 0; i < rows; i++) {
      numbers.get(at + i * matrix.stride(), to, i * stride, cols);
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
