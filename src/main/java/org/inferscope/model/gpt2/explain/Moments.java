package org.inferscope.model.gpt2.explain;

/**
 * What a layer norm takes from a row.
 *
 * @param mean of its numbers
 * @param variance of its numbers, divided by how many there are
 */
record Moments(double mean, double variance) {
  /** In two passes, in float64. */
  static Moments of(float[] row) {
    double sum = 0;
    for (float x : row) {
      sum += x;
    }
    double mean = sum / row.length;
    double squares = 0;
    for (float x : row) {
      squares += (x - mean) * (x - mean);
    }
    return new Moments(mean, squares / row.length);
  }

  /** What the row is divided by. */
  double deviation(float epsilon) {
    return Math.sqrt(variance + epsilon);
  }
}
