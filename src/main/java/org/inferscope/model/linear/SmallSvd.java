package org.inferscope.model.linear;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The singular value decomposition W = U·Σ·Vᵀ of a small square matrix in float64, by one-sided
 * Jacobi rotations (Hestenes 1958): columns of W·V are turned in pairs until all are perpendicular;
 * their lengths are the singular values. Accurate also for small ones. Entries that are not finite
 * give NaN everywhere.
 */
final class SmallSvd {
  private static final int MOST_SWEEPS = 60;
  private static final double PERPENDICULAR = 1e-16;

  /** Below this part of the largest one, a singular value is rounding. */
  private static final double ZERO = 1e-15;

  private final double[] values;
  private final double[][] u;
  private final double[][] v;

  private SmallSvd(double[] values, double[][] u, double[][] v) {
    this.values = values;
    this.u = u;
    this.v = v;
  }

  static SmallSvd of(double[][] matrix) {
    double[][] columns = transposed(matrix);
    double[][] directions = identity(matrix.length);
    boolean turned = true;
    for (int sweep = 0; turned && sweep < MOST_SWEEPS; sweep++) {
      turned = sweep(columns, directions);
    }
    return sorted(columns, directions);
  }

  private static boolean sweep(double[][] columns, double[][] directions) {
    boolean turned = false;
    for (int p = 0; p < columns.length - 1; p++) {
      for (int q = p + 1; q < columns.length; q++) {
        turned |= makePerpendicular(columns, directions, p, q);
      }
    }
    return turned;
  }

  private static boolean makePerpendicular(
      double[][] columns, double[][] directions, int p, int q) {
    double alpha = dot(columns[p], columns[p]);
    double beta = dot(columns[q], columns[q]);
    double gamma = dot(columns[p], columns[q]);
    if (!(Math.abs(gamma) > PERPENDICULAR * Math.sqrt(alpha * beta))) {
      return false;
    }
    double zeta = (beta - alpha) / (2 * gamma);
    double tangent = Math.copySign(1, zeta) / (Math.abs(zeta) + Math.hypot(1, zeta));
    double cos = 1 / Math.hypot(1, tangent);
    turn(columns, p, q, cos, cos * tangent);
    turn(directions, p, q, cos, cos * tangent);
    return true;
  }

  private static void turn(double[][] vectors, int p, int q, double cos, double sin) {
    for (int k = 0; k < vectors.length; k++) {
      double left = vectors[p][k];
      double right = vectors[q][k];
      vectors[p][k] = cos * left - sin * right;
      vectors[q][k] = sin * left + cos * right;
    }
  }

  private static SmallSvd sorted(double[][] columns, double[][] directions) {
    double[] lengths = Arrays.stream(columns).mapToDouble(SmallSvd::length).toArray();
    int[] order =
        IntStream.range(0, lengths.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer k) -> -lengths[k]))
            .mapToInt(Integer::intValue)
            .toArray();
    if (Arrays.stream(lengths).anyMatch(length -> !Double.isFinite(length))) {
      return unknown(lengths.length);
    }
    double[] values = new double[order.length];
    double[][] u = new double[order.length][];
    double[][] v = new double[order.length][];
    for (int k = 0; k < order.length; k++) {
      double length = lengths[order[k]];
      values[k] = length <= ZERO * lengths[order[0]] ? 0 : length;
      u[k] = values[k] == 0 ? new double[order.length] : scaled(columns[order[k]], 1 / length);
      v[k] = directions[order[k]];
    }
    return new SmallSvd(values, u, v);
  }

  /** Singular values, largest first; 0 where float64 cannot tell them from it. */
  double[] values() {
    return values.clone();
  }

  /** The unit vector that the k-th direction is sent along; zeros where its value is 0. */
  double[] image(int k) {
    return u[k].clone();
  }

  /** The k-th direction, a unit vector. */
  double[] direction(int k) {
    return v[k].clone();
  }

  private static SmallSvd unknown(int n) {
    double[][] vectors = new double[n][n];
    double[] values = new double[n];
    Arrays.fill(values, Double.NaN);
    for (double[] vector : vectors) {
      Arrays.fill(vector, Double.NaN);
    }
    return new SmallSvd(values, vectors, vectors);
  }

  /** The symmetric factor V·Σ·Vᵀ of the polar decomposition. */
  double[][] symmetric() {
    return sum(v, values);
  }

  /** The orthogonal factor of the polar decomposition W = (U·Vᵀ)·(V·Σ·Vᵀ), for full rank. */
  double[][] orthogonal() {
    double[] ones = new double[values.length];
    Arrays.fill(ones, 1);
    return sum(u, ones);
  }

  /** The sum of left[k]·factor[k]·v[k]ᵀ. */
  private double[][] sum(double[][] left, double[] factors) {
    int n = factors.length;
    double[][] sum = new double[n][n];
    for (int k = 0; k < n; k++) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          sum[i][j] += left[k][i] * factors[k] * v[k][j];
        }
      }
    }
    return sum;
  }

  static double length(double[] vector) {
    return Math.sqrt(dot(vector, vector));
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }

  private static double[] scaled(double[] vector, double factor) {
    return Arrays.stream(vector).map(x -> x * factor).toArray();
  }

  private static double[][] transposed(double[][] matrix) {
    double[][] columns = new double[matrix.length][matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix.length; j++) {
        columns[j][i] = matrix[i][j];
      }
    }
    return columns;
  }

  private static double[][] identity(int n) {
    double[][] identity = new double[n][n];
    for (int k = 0; k < n; k++) {
      identity[k][k] = 1;
    }
    return identity;
  }
}
