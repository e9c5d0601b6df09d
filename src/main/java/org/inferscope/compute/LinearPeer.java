package org.inferscope.compute;

import java.util.List;
import java.util.Optional;
import org.inferscope.tensor.Args;
import org.inferscope.tensor.Matrix;

/**
 * Another program's implementation of linear layers and networks of them, to hold our numbers
 * against. Whoever is given an {@code Optional} of one has none where that program is not part of
 * this Inferscope.
 */
public interface LinearPeer {

  /** Its name and version, such as "PyTorch 2.7.1". Any thread, loads nothing. */
  String name();

  /**
   * The layer's output {@code x Wᵀ + b} in float32, computed by the peer; its order of summation is
   * its own. Compute thread. The first call loads the peer's native library, which may take
   * seconds.
   *
   * @param x [T, I]
   * @param w [O, I]
   * @param b [O]
   * @return [T, O]
   * @throws IllegalArgumentException if the sizes do not fit, naming the argument
   * @throws InferscopeException with the reason in words if the peer cannot be loaded or fails
   */
  Matrix linear(Matrix x, Matrix w, float[] b);

  /**
   * Runs a whole network, each layer on what the peer itself gave for the one before. Compute
   * thread; loads the library as {@link #linear} does.
   *
   * @param x [T, I]
   * @param layers each as many inputs as the one before has outputs
   * @return what each layer gives [T, O], in order
   * @throws IllegalArgumentException if the sizes do not fit, naming the argument
   * @throws InferscopeException with the reason in words if the peer cannot be loaded or fails
   */
  List<Matrix> network(Matrix x, List<Dense> layers);

  /**
   * A layer of a network.
   *
   * @param w [O, I]
   * @param b [O, 1]
   * @param f what is done to each sum; empty for softmax over the layer's sums
   */
  record Dense(Matrix w, Matrix b, Optional<Pointwise> f) {

    /** Refuses a bias that does not fit. */
    public Dense {
      Args.require(b.cols() == 1, "b", b.shapeText(), "one column");
      Args.sameLength(b.rows(), "b", w.rows(), "rows of w");
    }
  }
}
