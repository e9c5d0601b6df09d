package org.inferscope.tensor;

import java.util.function.DoubleSupplier;

/**
 * The generator behind NumPy's {@code np.random.seed(seed)} and {@code
 * np.random.RandomState(seed)}, which NumPy keeps frozen: the same seed gives the same numbers, so
 * that a class following a notebook sees the notebook's numbers. Draws of different kinds may be
 * mixed in any order, as there.
 *
 * <p>Everything is equal bit for bit, but for normal values: they go through a logarithm, which the
 * C library behind NumPy may round differently in the last bit of a double. As float32, which is
 * what this program shows, they have not been seen to differ.
 *
 * <p>Belongs to one thread at a time.
 */
public final class NumpyRandom {
  /** The largest seed NumPy takes: 2³² − 1. */
  public static final long MAX_SEED = 0xFFFFFFFFL;

  private final MersenneTwister bits;
  private double spareNormal = Double.NaN;

  /**
   * Starts the sequence of a seed.
   *
   * @param seed from 0 to {@link #MAX_SEED}
   */
  public NumpyRandom(long seed) {
    Args.require(seed >= 0 && seed <= MAX_SEED, "seed", seed, "from 0 to " + MAX_SEED);
    bits = new MersenneTwister((int) seed);
  }

  private NumpyRandom(NumpyRandom other) {
    bits = other.bits.copy();
    spareNormal = other.spareNormal;
  }

  /** A generator at the same place of the same sequence. */
  public NumpyRandom copy() {
    return new NumpyRandom(this);
  }

  /** One value uniform in [0, 1) with 53 random bits: {@code random_sample()}, {@code rand()}. */
  public double randomSample() {
    return bits.nextDouble();
  }

  /** n values of {@link #randomSample()}. */
  public double[] randomSample(int n) {
    return fill(n, this::randomSample);
  }

  /** One value uniform in [low, high): {@code uniform(low, high)}. */
  public double uniform(double low, double high) {
    return low + (high - low) * bits.nextDouble();
  }

  /** n values of {@link #uniform(double, double)}. */
  public double[] uniform(double low, double high, int n) {
    return fill(n, () -> uniform(low, high));
  }

  /** One value of the standard normal distribution: {@code randn()}, {@code standard_normal()}. */
  public double standardNormal() {
    if (!Double.isNaN(spareNormal)) {
      double spare = spareNormal;
      spareNormal = Double.NaN;
      return spare;
    }
    return polarPair();
  }

  /** n values of the standard normal distribution: {@code randn(n)}. */
  public double[] randn(int n) {
    return fill(n, this::standardNormal);
  }

  /**
   * A rows×cols matrix of standard normal values, rounded to float32: {@code randn(rows, cols)}.
   */
  public Matrix randn(int rows, int cols) {
    return Matrix.generate(rows, cols, (i, j) -> standardNormal());
  }

  /**
   * One integer from low to below high: {@code randint(low, high)} of NumPy's default type int64.
   *
   * @throws IllegalArgumentException if the range is empty
   */
  public long randint(long low, long high) {
    Args.require(low < high, "low", low, "below high (" + high + ")");
    return low + bounded(high - 1 - low);
  }

  /** n integers from low to below high: {@code randint(low, high, n)}. */
  public long[] randint(long low, long high, int n) {
    long[] values = new long[Args.notNegative(n, "n")];
    for (int i = 0; i < n; i++) {
      values[i] = randint(low, high);
    }
    return values;
  }

  /** The numbers 0 to n − 1 in random order: {@code permutation(n)}. */
  public int[] permutation(int n) {
    int[] order = new int[Args.notNegative(n, "n")];
    for (int i = 0; i < n; i++) {
      order[i] = i;
    }
    for (int i = n - 1; i > 0; i--) {
      int j = (int) bounded(i);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
    return order;
  }

  /**
   * Marsaglia's polar method: a random point inside the unit circle gives two normal values. NumPy
   * hands out the second coordinate's first.
   */
  private double polarPair() {
    double x1;
    double x2;
    double r2;
    do {
      x1 = 2.0 * bits.nextDouble() - 1.0;
      x2 = 2.0 * bits.nextDouble() - 1.0;
      r2 = x1 * x1 + x2 * x2;
    } while (r2 >= 1.0 || r2 == 0.0);
    double f = Math.sqrt(-2.0 * StrictMath.log(r2) / r2);
    spareNormal = f * x1;
    return f * x2;
  }

  /**
   * An integer from 0 to max, both included (max counts as unsigned), by rejecting what lies above
   * max after masking. Ranges that fit into 32 bits cost one draw of 32 bits a try, a range of one
   * value none.
   */
  private long bounded(long max) {
    if (max == 0) {
      return 0;
    }
    long mask = -1L >>> Long.numberOfLeadingZeros(max);
    boolean narrow = Long.numberOfLeadingZeros(max) >= 32;
    long value;
    do {
      value = (narrow ? bits.nextInt() : bits.nextLong()) & mask;
    } while (Long.compareUnsigned(value, max) > 0);
    return value;
  }

  private static double[] fill(int n, DoubleSupplier draw) {
    double[] values = new double[Args.notNegative(n, "n")];
    for (int i = 0; i < n; i++) {
      values[i] = draw.getAsDouble();
    }
    return values;
  }
}
