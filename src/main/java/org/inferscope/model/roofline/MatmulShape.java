package org.inferscope.model.roofline;

import org.inferscope.tensor.Args;

/**
 * A product, or several of one shape that share nothing: {@code groups} times [M, K] x [K, N] ->
 * [M, N].
 *
 * @param groups how many products, at least 1
 * @param m rows of A and C in each of them
 * @param k columns of A, rows of B
 * @param n columns of B and C
 * @param right what B is
 */
public record MatmulShape(double groups, double m, double k, double n, Right right) {

  /** Refuses sizes below 1. */
  public MatmulShape {
    Args.require(groups >= 1, "groups", groups, "1 or more");
    Args.require(m >= 1, "m", m, "1 or more");
    Args.require(k >= 1, "k", k, "1 or more");
    Args.require(n >= 1, "n", n, "1 or more");
  }

  /** What stands at the right of the product. */
  public enum Right {
    /** What the model has learned. */
    WEIGHTS,
    /** Keys or values: activations, as the left side. */
    CACHE
  }

  /** A single product with weights. */
  public static MatmulShape of(double m, double k, double n) {
    return new MatmulShape(1, m, k, n, Right.WEIGHTS);
  }

  /** Rows of all products together, as the notebook counts M. */
  public double rows() {
    return groups * m;
  }

  /** Operations: 2·M·K·N for each product, one multiply and one add for each term. */
  public double flops() {
    return 2 * groups * m * k * n;
  }

  /** Bytes that are moved at least: A and B read once, C written once. */
  public double bytes(Formats formats) {
    double b = formats.activations().bytes();
    return groups * (m * k * b + k * n * bytesOfRight(formats) + m * n * b);
  }

  /** Bytes of one number of B. */
  public double bytesOfRight(Formats formats) {
    return right == Right.WEIGHTS ? formats.weights().bytes() : formats.activations().bytes();
  }

  /** Operations per byte. */
  public double intensity(Formats formats) {
    return flops() / bytes(formats);
  }

  /**
   * What the intensity comes to as M grows without end: {@code 2·K·N / (b·(K + N))} for b bytes an
   * activation. No batch, however large, gets beyond it.
   */
  public double intensityLimit(Formats formats) {
    return 2 * k * n / (formats.activations().bytes() * (k + n));
  }

  /** The same product for another batch. */
  public MatmulShape withRows(double rows) {
    return new MatmulShape(groups, rows, k, n, right);
  }
}
