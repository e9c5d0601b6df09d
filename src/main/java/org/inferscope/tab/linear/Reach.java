package org.inferscope.tab.linear;

import org.inferscope.model.linear.LinearGeometry;
import org.inferscope.model.linear.LinearLayer;
import org.inferscope.tensor.Matrix;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/**
 * How far what is to be seen reaches from the origin: along the axes in the plane, in any direction
 * in space, so that turning it never takes it out of sight. Immutable; any thread.
 *
 * @param before the unit circle and the inputs
 * @param after what the layer makes of them, the columns of W, and b
 */
record Reach(double before, double after) {
  /** The largest number that is drawn. */
  static final double LARGEST = 1e9;

  /** The unit circle does not fill the plane. */
  private static final double LEAST_BEFORE = 1.6;

  static Reach of(LinearPresenter presenter, LinearGeometry geometry) {
    int n = geometry.dimensions();
    double[][] w = geometry.at(1);
    double[] b = geometry.shift();
    double before = LEAST_BEFORE;
    double after = size(b);
    for (int j = 0; j < n; j++) {
      double[] column = geometry.apply(w, MapMoment.basis(n, j));
      after = Math.max(after, Math.max(size(column), size(sum(column, b))));
    }
    after = Math.max(after, circle(geometry, w, b));
    Matrix x = presenter.x();
    for (int row = 0; row < x.rows(); row++) {
      double[] point = row(x, row);
      double here = size(point);
      double[] unshifted = geometry.apply(w, point);
      double there = Math.max(size(unshifted), size(sum(unshifted, b)));
      if (here <= LARGEST && there <= LARGEST * LARGEST) {
        before = Math.max(before, here);
        after = Math.max(after, there);
      }
    }
    return new Reach(before, after);
  }

  /** How far the image of the unit circle reaches, or of the unit sphere. */
  private static double circle(LinearGeometry geometry, double[][] w, double[] b) {
    if (w.length > 2) {
      return geometry.singularValues()[0] + size(b);
    }
    double most = 0;
    for (int i = 0; i < w.length; i++) {
      most = Math.max(most, Math.hypot(w[i][0], w[i][1]) + Math.abs(b[i]));
    }
    return most;
  }

  /** Why there is nothing to draw; empty where there is. */
  static String refusal(LinearPresenter presenter) {
    LinearLayer layer = presenter.layer();
    float[] x = presenter.x().row(presenter.row());
    double largest = Math.max(largest(layer.w().toArray()), largest(layer.b().toArray()));
    largest = Math.max(largest, largest(x));
    if (largest == Double.POSITIVE_INFINITY) {
      return Texts.get("linear.geometry.notFinite");
    }
    return largest > LARGEST
        ? Texts.get("linear.geometry.tooLarge", Numbers.count((long) LARGEST))
        : "";
  }

  /** The size of the largest number; infinite where one is not a number. */
  private static double largest(float[] values) {
    double largest = 0;
    for (float value : values) {
      largest =
          Float.isFinite(value) ? Math.max(largest, Math.abs(value)) : Double.POSITIVE_INFINITY;
      if (largest == Double.POSITIVE_INFINITY) {
        return largest;
      }
    }
    return largest;
  }

  /** A row of the batch as a point. */
  static double[] row(Matrix x, int row) {
    double[] point = new double[x.cols()];
    for (int j = 0; j < point.length; j++) {
      point[j] = x.get(row, j);
    }
    return point;
  }

  private static double[] sum(double[] a, double[] b) {
    double[] sum = a.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += b[i];
    }
    return sum;
  }

  private static double size(double[] point) {
    double size = 0;
    for (double value : point) {
      size = point.length == 2 ? Math.max(size, Math.abs(value)) : Math.hypot(size, value);
    }
    return size;
  }
}
