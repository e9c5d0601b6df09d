package org.inferscope.tensor;

/**
 * The generator behind PyTorch's {@code torch.manual_seed(seed)} on a CPU, as far as fresh layers
 * need it: the same seed gives the same uniform float32 values, bit for bit. (Checked against
 * PyTorch 2.7.1.)
 *
 * <p>Belongs to one thread at a time.
 */
public final class TorchRandom {
  private static final int BITS = 24;
  private static final int MASK = (1 << BITS) - 1;
  private static final float STEP = 1f / (1 << BITS);

  private final MersenneTwister bits;

  /**
   * Starts the sequence of a seed.
   *
   * @param seed from 0 to {@link NumpyRandom#MAX_SEED}; PyTorch takes larger ones and uses their
   *     lower 32 bits
   */
  public TorchRandom(long seed) {
    Args.require(
        seed >= 0 && seed <= NumpyRandom.MAX_SEED,
        "seed",
        seed,
        "from 0 to " + NumpyRandom.MAX_SEED);
    bits = new MersenneTwister((int) seed);
  }

  private TorchRandom(TorchRandom other) {
    bits = other.bits.copy();
  }

  /** A generator at the same place of the same sequence. */
  public TorchRandom copy() {
    return new TorchRandom(this);
  }

  /**
   * One value uniform between two others, from 24 random bits: what {@code uniform_(low, high)}
   * puts into an element of a float32 tensor. PyTorch's kernels are compiled to a fused
   * multiply-add, whose single rounding shows in about every second value.
   */
  public float uniform(float low, float high) {
    float unit = (bits.nextInt() & MASK) * STEP;
    return Math.fma(unit, high - low, low);
  }

  /** A rows×cols matrix of {@link #uniform(float, float)}, drawn row by row. */
  public Matrix uniform(float low, float high, int rows, int cols) {
    return Matrix.generate(rows, cols, (i, j) -> uniform(low, high));
  }
}
