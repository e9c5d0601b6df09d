package org.inferscope.model.linear;

import java.util.Optional;
import org.inferscope.tensor.Args;
import org.inferscope.tensor.Matrix;

/**
 * Writes a layer and its inputs as Python that runs as pasted and prints the outputs. Numbers that
 * a seed gives are drawn from that seed; others are written out, with the fewest digits that read
 * back as the same float32. Stateless; any thread.
 */
public final class LayerCode {
  private LayerCode() {}

  /**
   * What the code computes.
   *
   * @param layer the layer
   * @param x inputs [T, I], one row or more; one row is written as a vector
   * @param origin what filled W and b, if something did; told only while the numbers are still the
   *     same
   * @param inputSeed the seed of {@link Inputs#random} that filled x, if one did; likewise
   */
  public record Subject(
      LinearLayer layer, Matrix x, Optional<InitRequest> origin, Optional<Long> inputSeed) {
    /** Forgets an origin whose numbers have been changed since, so that no code claims it. */
    public Subject {
      Args.require(
          x.rows() > 0 && x.cols() == layer.inputs(),
          "x",
          x.shapeText(),
          "1 row or more of " + layer.inputs());
      origin = origin.filter(request -> request.make().equals(layer));
      inputSeed = inputSeed.filter(seed -> Inputs.random(seed, x.rows(), x.cols()).equals(x));
    }

    /** What filled W and b; {@link Initialisation#NOTEBOOK} for numbers that are written out. */
    Initialisation init() {
      return origin.map(InitRequest::init).orElse(Initialisation.NOTEBOOK);
    }

    /** Whether there are several inputs, a matrix X rather than a vector x. */
    boolean isBatch() {
      return x.rows() > 1;
    }
  }

  /** With NumPy: y = W @ x + b, or Y = X @ W.T + b for a batch. */
  public static String numpy(Subject subject) {
    return new NumpyCode(subject).text();
  }

  /** With PyTorch: {@code nn.Linear} holding these numbers, called on x or X. */
  public static String torch(Subject subject) {
    return new TorchCode(subject).text();
  }
}
