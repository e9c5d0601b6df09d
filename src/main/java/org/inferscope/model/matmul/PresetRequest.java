package org.inferscope.model.matmul;

import java.util.Objects;
import org.inferscope.tensor.Args;
import org.inferscope.tensor.NumpyRandom;

/**
 * A preset with its parameters; the same request always gives the same matrices.
 *
 * @param preset which one
 * @param m rows of A wanted, 1 to 12; presets of a fixed size ignore sizes
 * @param k columns of A wanted
 * @param n columns of B wanted
 * @param seed for random numbers, as NumPy takes it
 * @param degrees for the rotation
 */
public record PresetRequest(MatmulPreset preset, int m, int k, int n, long seed, double degrees) {
  /** The largest side. */
  public static final int LARGEST = 12;

  /** The seed used unless another is asked for; the notebook's. */
  public static final long DEFAULT_SEED = 42;

  /** The angle used unless another is asked for. */
  public static final double DEFAULT_DEGREES = 30;

  /** Checks the sizes and the seed. */
  public PresetRequest {
    Objects.requireNonNull(preset, "preset");
    Args.inRange(m, 1, LARGEST, "m");
    Args.inRange(k, 1, LARGEST, "k");
    Args.inRange(n, 1, LARGEST, "n");
    Args.require(
        seed >= 0 && seed <= NumpyRandom.MAX_SEED, "seed", seed, "0 to " + NumpyRandom.MAX_SEED);
    Args.require(Double.isFinite(degrees), "degrees", degrees, "finite");
  }

  /** A preset at these sizes with the default seed and angle. */
  public static PresetRequest of(MatmulPreset preset, int m, int k, int n) {
    return new PresetRequest(preset, m, k, n, DEFAULT_SEED, DEFAULT_DEGREES);
  }

  /** The same with another seed. */
  public PresetRequest withSeed(long other) {
    return new PresetRequest(preset, m, k, n, other, degrees);
  }

  /** The same with another angle. */
  public PresetRequest withDegrees(double other) {
    return new PresetRequest(preset, m, k, n, seed, other);
  }

  /** The matrices. */
  public Factors make() {
    return Presets.make(this);
  }
}
