package org.inferscope.model.linear;

import java.util.Objects;
import org.inferscope.tensor.Args;
import org.inferscope.tensor.NumpyRandom;

/**
 * An initialisation with its parameters; the same request always gives the same layer.
 *
 * @param init which one
 * @param inputs I wanted, 1 to 64; the notebook's layer ignores sizes
 * @param outputs O wanted, 1 to 64
 * @param seed for random numbers, as NumPy and PyTorch take it
 * @param degrees for the rotation
 */
public record InitRequest(Initialisation init, int inputs, int outputs, long seed, double degrees) {
  /** The most inputs and the most outputs. */
  public static final int LARGEST = 64;

  /** The seed used unless another is asked for; the notebook's. */
  public static final long DEFAULT_SEED = 42;

  /** The angle used unless another is asked for. */
  public static final double DEFAULT_DEGREES = 30;

  /** Checks the sizes, the seed and the angle. */
  public InitRequest {
    Objects.requireNonNull(init, "init");
    Args.inRange(inputs, 1, LARGEST, "inputs");
    Args.inRange(outputs, 1, LARGEST, "outputs");
    Args.require(
        seed >= 0 && seed <= NumpyRandom.MAX_SEED, "seed", seed, "0 to " + NumpyRandom.MAX_SEED);
    Args.require(Double.isFinite(degrees), "degrees", degrees, "finite");
  }

  /** An initialisation at these sizes with the default seed and angle. */
  public static InitRequest of(Initialisation init, int inputs, int outputs) {
    return new InitRequest(init, inputs, outputs, DEFAULT_SEED, DEFAULT_DEGREES);
  }

  /** The same with another seed. */
  public InitRequest withSeed(long other) {
    return new InitRequest(init, inputs, outputs, other, degrees);
  }

  /** The same with another angle. */
  public InitRequest withDegrees(double other) {
    return new InitRequest(init, inputs, outputs, seed, other);
  }

  /** The same at other sizes. */
  public InitRequest withSizes(int otherInputs, int otherOutputs) {
    return new InitRequest(init, otherInputs, otherOutputs, seed, degrees);
  }

  /** The layer. */
  public LinearLayer make() {
    return Initialisations.make(this);
  }
}
