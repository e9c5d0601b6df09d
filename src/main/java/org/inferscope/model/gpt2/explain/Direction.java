package org.inferscope.model.gpt2.explain;

/**
 * What a number in the residual stream of a token is worth for a logit: the direction in the stream
 * that the final layer norm and the unembedding read, the norm's division being the one of the
 * whole stream. The mean that the norm takes off is taken off the direction instead, which for any
 * row gives the same: {@code sum (x[i] - mean x) d[i] = sum x[i] (d[i] - mean d)}.
 */
final class Direction {
  private final double[] worth;
  private final double constant;

  private Direction(double[] worth, double constant) {
    this.worth = worth;
    this.constant = constant;
  }

  /** The direction of a token of the vocabulary after a position; the stream's end is kept. */
  static Direction of(Pass pass, int position, int id) {
    double deviation =
        Moments.of(pass.row(pass.end(), position)).deviation(pass.config().epsilon());
    float[] gain = pass.read("ln_f.weight").vector();
    float[] bias = pass.read("ln_f.bias").vector();
    float[] token = pass.read(pass.unembedding()).row(id);
    double[] worth = new double[gain.length];
    double sum = 0;
    for (int i = 0; i < worth.length; i++) {
      worth[i] = gain[i] / deviation * token[i];
      sum += worth[i];
    }
    for (int i = 0; i < worth.length; i++) {
      worth[i] -= sum / worth.length;
    }
    return new Direction(worth, Dots.dot(bias, token));
  }

  /** What each dimension of the stream is worth [D]. */
  double[] worth() {
    return worth;
  }

  /** What a row in the stream adds to the logit. */
  double of(float[] row) {
    return Dots.dot(row, worth);
  }

  /** What the final norm's bias adds to it. */
  double constant() {
    return constant;
  }

  /** What rows of a matrix [rows, D] that writes into the stream are worth. */
  double[] ofRows(WeightReader matrix, int first, int count) {
    return matrix.times(worth, first, count);
  }
}
