package org.inferscope.tensor;

/**
 * How far one result is from another. The tolerance test is that of NumPy's {@code allclose} with
 * {@code equal_nan=False}; all arithmetic is in float64, whatever the values were computed in.
 */
public final class Accuracy {
  /** The relative tolerance NumPy uses unless told otherwise. */
  public static final double RTOL = 1e-5;

  /** The absolute tolerance NumPy uses unless told otherwise. */
  public static final double ATOL = 1e-8;

  private Accuracy() {}

  /**
   * Whether a is as good as b: |a − b| ≤ atol + rtol·|b|. The rule is not symmetric: b is the
   * reference. Infinities must be equal; NaN is close to nothing, not even to NaN.
   */
  public static boolean isClose(double a, double b, double rtol, double atol) {
    if (a == b) {
      return true;
    }
    return !Double.isInfinite(b) && Math.abs(a - b) <= atol + rtol * Math.abs(b);
  }

  /** Whether all pairs are close; arrays of no numbers are. The second array is the reference. */
  public static boolean allClose(float[] a, float[] b, double rtol, double atol) {
    return allClose(a, toDoubles(b), rtol, atol);
  }

  /** Whether all pairs are close; arrays of no numbers are. The second array is the reference. */
  public static boolean allClose(float[] a, double[] b, double rtol, double atol) {
    Args.sameLength(a.length, "a", b.length, "b");
    for (int i = 0; i < a.length; i++) {
      if (!isClose(a[i], b[i], rtol, atol)) {
        return false;
      }
    }
    return true;
  }

  /** {@link #allClose(float[], float[], double, double)} with NumPy's tolerances, on matrices. */
  public static boolean allClose(Matrix a, Matrix b) {
    requireSameShape(a, b);
    return allClose(a.toArray(), b.toArray(), RTOL, ATOL);
  }

  /** The largest |a − b|; see {@link #maxAbsDiff(float[], double[])}. */
  public static double maxAbsDiff(float[] a, float[] b) {
    return maxAbsDiff(a, toDoubles(b));
  }

  /**
   * The largest |a − b|: 0 for arrays of no numbers, NaN as soon as either holds one. Equal
   * infinities differ by 0 (NumPy would say NaN): both results are the same.
   */
  public static double maxAbsDiff(float[] a, double[] b) {
    Args.sameLength(a.length, "a", b.length, "b");
    double max = 0;
    for (int i = 0; i < a.length; i++) {
      max = Math.max(max, a[i] == b[i] ? 0 : Math.abs(a[i] - b[i]));
    }
    return max;
  }

  /** The largest |a − b| of two matrices of one shape. */
  public static double maxAbsDiff(Matrix a, Matrix b) {
    requireSameShape(a, b);
    return maxAbsDiff(a.toArray(), b.toArray());
  }

  /**
   * The relative Frobenius error ‖out − ref‖ / ‖ref‖. 0 when both agree exactly, also where the
   * reference is all zeros; infinite when only the reference is zero, or where only one of both is
   * infinite; NaN as soon as either holds a NaN. Equal infinities agree and are left out of both
   * norms, so that they hide no error elsewhere.
   */
  public static double relativeFrobenius(float[] out, double[] ref) {
    Args.sameLength(out.length, "out", ref.length, "ref");
    double error = 0;
    double norm = 0;
    for (int i = 0; i < ref.length; i++) {
      double diff = out[i] == ref[i] ? 0 : out[i] - ref[i];
      error += diff * diff;
      norm += Double.isInfinite(ref[i]) ? 0 : ref[i] * ref[i];
    }
    return error == 0 ? 0 : Math.sqrt(error) / Math.sqrt(norm);
  }

  private static double[] toDoubles(float[] values) {
    double[] doubles = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      doubles[i] = values[i];
    }
    return doubles;
  }

  private static void requireSameShape(Matrix a, Matrix b) {
    Args.require(a.shape().equals(b.shape()), "a", a.shapeText(), b.shapeText() + " as b");
  }
}
