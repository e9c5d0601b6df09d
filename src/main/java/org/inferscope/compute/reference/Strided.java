package org.inferscope.compute.reference;

import org.inferscope.compute.MatrixView;
import org.inferscope.compute.MatrixView.Layout;
import org.inferscope.compute.VectorView;

/**
 * A matrix inside an array: entry (i, j) is {@code data[at(i, j)]}. Transposing only exchanges the
 * two steps. Indices fit an int because the array's do.
 */
final class Strided {
  final float[] data;
  final int rows;
  final int cols;
  final int colStep;
  private final int rowStep;
  private final int offset;

  private Strided(MatrixView view, boolean transposed) {
    data = ArrayTensor.of(view.tensor());
    offset = Math.toIntExact(view.offset());
    rows = transposed ? view.cols() : view.rows();
    cols = transposed ? view.rows() : view.cols();
    rowStep = transposed ? 1 : view.stride();
    colStep = transposed ? view.stride() : 1;
  }

  static Strided of(MatrixView view, Layout layout) {
    return new Strided(view, layout == Layout.TRANSPOSED);
  }

  static Strided of(MatrixView view) {
    return of(view, Layout.PLAIN);
  }

  /** A vector as the only row of a matrix. */
  static Strided of(VectorView view) {
    return of(new MatrixView(view.tensor(), view.offset(), 1, view.size(), view.size()));
  }

  int at(int i, int j) {
    return offset + i * rowStep + j * colStep;
  }
}
