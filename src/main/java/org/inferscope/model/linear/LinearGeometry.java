package org.inferscope.model.linear;

import java.util.Arrays;
import org.inferscope.tensor.Args;
import org.inferscope.tensor.Matrix;

/**
 * What a layer from 2 to 2 or from 3 to 3 numbers does to the plane or to space: x goes to W·x + b.
 * All in float64 from the layer's float32 numbers. Where an entry is not finite, figures are NaN
 * and the rank is 0. Immutable; any thread. Arrays handed out are copies.
 */
public final class LinearGeometry {
  /** The step from 1 to the next float32, as {@code np.finfo(np.float32).eps}. */
  static final double EPS32 = 0x1p-23;

  private final int n;
  private final double[][] w;
  private final double[] b;
  private final SmallSvd svd;

  private LinearGeometry(double[][] w, double[] b) {
    n = b.length;
    this.w = w;
    this.b = b;
    svd = SmallSvd.of(w);
  }

  /** Whether a layer has a geometry: 2→2 or 3→3. */
  public static boolean applies(LinearLayer layer) {
    int n = layer.inputs();
    return (n == 2 || n == 3) && layer.outputs() == n;
  }

  /**
   * The geometry of a layer.
   *
   * @throws IllegalArgumentException unless it {@link #applies}
   */
  public static LinearGeometry of(LinearLayer layer) {
    Args.require(applies(layer), "layer", layer.w().shapeText(), "2×2 or 3×3");
    Matrix w = layer.w();
    double[][] rows = new double[w.rows()][w.cols()];
    for (int i = 0; i < w.rows(); i++) {
      for (int j = 0; j < w.cols(); j++) {
        rows[i][j] = w.get(i, j);
      }
    }
    return new LinearGeometry(rows, layer.b().toDoubles());
  }

  /** Dimensions: 2 or 3. */
  public int dimensions() {
    return n;
  }

  /** What areas, or volumes, are multiplied by; negative where the map mirrors. */
  public double determinant() {
    double sum = 0;
    for (Leibniz product : Leibniz.of(n)) {
      sum += product.value(w);
    }
    return sum;
  }

  /**
   * Dimensions of what the map reaches: singular values above {@link #tolerance}, the rule of
   * {@code np.linalg.matrix_rank} for float32.
   */
  public int rank() {
    return (int) Arrays.stream(svd.values()).filter(value -> value > tolerance()).count();
  }

  /** Up to where a singular value counts as zero: the largest one · n · {@link #EPS32}. */
  double tolerance() {
    return svd.values()[0] * n * EPS32;
  }

  /** The half axes of the unit circle's image, largest first. */
  public double[] singularValues() {
    return svd.values();
  }

  SmallSvd svd() {
    return svd;
  }

  /** b. */
  public double[] shift() {
    return b.clone();
  }

  /** The length of b. */
  public double shiftLength() {
    return SmallSvd.length(b);
  }

  /** The value of a figure; the rank is NaN where an entry of W is not finite. */
  public double value(GeometryQuantity quantity) {
    Args.require(quantity.applies(n), "quantity", quantity, "one of " + n + " dimensions");
    return switch (quantity) {
      case DETERMINANT -> determinant();
      case RANK -> isFinite() ? rank() : Double.NaN;
      case SINGULAR_1, SINGULAR_2, SINGULAR_3 -> svd.values()[quantity.singular()];
      case SHIFT -> shiftLength();
    };
  }

  /** Whether all entries of W are finite. */
  boolean isFinite() {
    return Arrays.stream(w).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
  }

  /** A copy of W. */
  double[][] matrix() {
    return at(1);
  }

  /**
   * The map on the way from doing nothing to W: (1 − t)·I + t·W.
   *
   * @param t 0 at the start, 1 at the end
   */
  public double[][] at(double t) {
    double[][] between = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        // Not 0·∞, which is NaN, at the two ends.
        double start = i == j ? 1 - t : 0;
        between[i][j] = t == 0 ? start : start + t * w[i][j];
      }
    }
    return between;
  }

  /**
   * m·x.
   *
   * @param m [n, n]
   * @param x [n]
   */
  public double[] apply(double[][] m, double[] x) {
    double[] result = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        result[i] += m[i][j] * x[j];
      }
    }
    return result;
  }

  /** One sentence on what the map does, with its numbers. */
  public String story() {
    return new GeometryStory(this).text();
  }
}
