package org.inferscope.compute.worker.nd4j;

import org.inferscope.compute.MatrixView;
import org.inferscope.compute.MatrixView.Layout;
import org.inferscope.compute.VectorView;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Inferscope's views as ND4J's. None of them may be empty: ND4J's are made in other ways. */
final class NdViews {
  private NdViews() {}

  /** The matrix as it is stored [rows, cols]. */
  static INDArray matrix(MatrixView view) {
    return matrix(view, Layout.PLAIN);
  }

  /** The matrix when read in a layout. */
  static INDArray matrix(MatrixView view, Layout layout) {
    boolean turned = layout == Layout.TRANSPOSED;
    return NdTensor.of(view.tensor())
        .view(
            NdShape.matrix(
                view.offset(),
                turned ? view.cols() : view.rows(),
                turned ? view.rows() : view.cols(),
                turned ? 1 : view.stride(),
                turned ? view.stride() : 1));
  }

  /** The matrix mirrored once more than its layout says. */
  static INDArray mirrored(MatrixView view, Layout layout) {
    return matrix(view, layout == Layout.PLAIN ? Layout.TRANSPOSED : Layout.PLAIN);
  }

  /** The vector. */
  static INDArray vector(VectorView view) {
    return vector(view, 0, view.size());
  }

  /** Part of a vector. */
  static INDArray vector(VectorView view, int from, int count) {
    return NdTensor.of(view.tensor()).view(NdShape.vector(view.offset() + from, count, 1));
  }

  /** A matrix that has only one row, or one column, as a vector. */
  static INDArray line(MatrixView view) {
    boolean row = view.rows() == 1;
    return NdTensor.of(view.tensor())
        .view(
            NdShape.vector(
                view.offset(), row ? view.cols() : view.rows(), row ? 1 : view.stride()));
  }

  /** All numbers of a matrix without gaps. */
  static INDArray flat(MatrixView view) {
    return NdTensor.of(view.tensor())
        .view(NdShape.vector(view.offset(), (long) view.rows() * view.cols(), 1));
  }

  /** Whether there are no gaps between rows. */
  static boolean isDense(MatrixView view) {
    return view.rows() <= 1 || view.stride() == view.cols();
  }

  /** Some rows of a matrix. */
  static MatrixView rows(MatrixView view, int from, int count) {
    return new MatrixView(
        view.tensor(),
        view.offset() + (long) from * view.stride(),
        count,
        view.cols(),
        view.stride());
  }
}
