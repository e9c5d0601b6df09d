package org.inferscope.model.gpt2.explain;

/** Float32 numbers in float64. Stateless, any thread. */
final class Dots {
  /** So many rows are multiplied at a time. */
  static final int ROWS = 4;

  private Dots() {}

  /** The same numbers. */
  static double[] wide(float[] values) {
    double[] wide = new double[values.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = values[i];
    }
    return wide;
  }

  /** {@code sum a[i] b[i]}. */
  static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }

  /** {@code sum a[i] b[i]}. */
  static double dot(float[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /**
   * Rows times a vector: four sums beside each other, since each waits for its last addition and
   * all need the same number of the vector. 38.6 million multiply-adds took 32 ms so, 47 row by row
   * (of both 16 to copy the rows out of the mapped file).
   *
   * @param rows [4, D], of which some count
   * @param x [D]
   * @param into the products, from an index on
   */
  static void rows(float[] rows, double[] x, double[] into, int from, int count) {
    int n = x.length;
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    for (int i = 0; i < n; i++) {
      double factor = x[i];
      s0 += rows[i] * factor;
      s1 += rows[n + i] * factor;
      s2 += rows[2 * n + i] * factor;
      s3 += rows[3 * n + i] * factor;
    }
    System.arraycopy(new double[] {s0, s1, s2, s3}, 0, into, from, count);
  }
}
