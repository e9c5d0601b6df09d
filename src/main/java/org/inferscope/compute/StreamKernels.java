package org.inferscope.compute;

/**
 * The three loops that a machine's limits are measured with, each for one thread. Implementations
 * are stateless; any thread.
 */
public interface StreamKernels {

  /** What it computes with, in the display language, such as "vectors of 16 numbers". */
  String name();

  /**
   * Reads numbers and does as little with them as can be.
   *
   * @param x at least {@code from + count} numbers
   * @param count a multiple of 256
   * @return whatever keeps the reading from being left out
   */
  float read(float[] x, int from, int count);

  /**
   * {@code a[i] = b[i] + 0.5 * c[i]} for {@code count} numbers from {@code from} on.
   *
   * @param count a multiple of 256
   */
  void triad(float[] a, float[] b, float[] c, int from, int count);

  /**
   * Multiplies and adds on registers alone.
   *
   * @return whatever keeps the work from being left out
   */
  float multiplyAdd(int rounds);

  /** Operations in one round of {@link #multiplyAdd}; 0 if it cannot be done on registers alone. */
  int flopsInRound();
}
