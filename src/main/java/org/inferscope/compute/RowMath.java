package org.inferscope.compute;

/**
 * What happens to a row of numbers in an array, in place: the loops of a backend on the processor,
 * in plain Java or in vector instructions. Numbers follow IEEE 754 as {@link Backend} says.
 * Implementations are stateless; any thread.
 */
public interface RowMath {

  /** A function on each of {@code count} numbers from {@code from} on. */
  void apply(Pointwise f, float[] x, int from, int count);

  /** {@code x[i] += added[i]} for {@code count} numbers, each array from a place of its own on. */
  void add(float[] x, int from, float[] added, int addedFrom, int count);

  /** {@code x[i] *= factors[i]} for {@code count} numbers, each array from a place of its own. */
  void multiply(float[] x, int from, float[] factors, int factorsFrom, int count);

  /**
   * Layer norm of one row: mean first, then variance.
   *
   * @param gain as many numbers as the row has
   * @param bias as many
   */
  void layerNorm(float[] x, int from, int count, float[] gain, float[] bias, float epsilon);

  /**
   * Softmax of {@code scale * x} over one row, the maximum subtracted first.
   *
   * @param scale above zero
   */
  void softmax(float[] x, int from, int count, float scale);
}
