package org.inferscope.compute.loops;

/**
 * Computes some rows of a product, in some order of its multiply-adds.
 *
 * <p>Matrices are arrays of rows: the plainest form in Java, and the quicker one. Where all numbers
 * lie in one array, Java 17 cannot tell that rows of B and of C do not overlap, and computes them
 * one by one.
 */
@FunctionalInterface
interface Loops {

  /**
   * {@code c[i][j] = sum over k of a[i][k] * b[k][j]} for rows {@code from <= i < to}.
   *
   * @param a [M, K]
   * @param b [K, N]
   * @param c [M, N]
   * @param from the first row
   * @param to the row after the last
   */
  void multiply(float[][] a, float[][] b, float[][] c, int from, int to);
}
