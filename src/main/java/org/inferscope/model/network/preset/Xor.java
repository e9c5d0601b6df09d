package org.inferscope.model.network.preset;

import java.util.List;
import org.inferscope.model.linear.LinearLayer;
import org.inferscope.model.network.Activation;
import org.inferscope.model.network.InputBatch;
import org.inferscope.model.network.Network;
import org.inferscope.model.network.NetworkLayer;
import org.inferscope.tensor.Matrix;

/** Exclusive or with a hidden layer of two: what one layer alone can't do. */
final class Xor {
  private Xor() {}

  /** The first hidden unit counts the ones, the second the ones beyond the first. */
  static Network network() {
    LinearLayer hidden =
        new LinearLayer(
            Matrix.of(new float[][] {{1, 1}, {1, 1}}), Matrix.of(new float[][] {{0}, {-1}}));
    LinearLayer output =
        new LinearLayer(Matrix.of(new float[][] {{1, -2}}), Matrix.of(new float[][] {{0}}));
    return new Network(
        List.of(
            new NetworkLayer(hidden, Activation.RELU),
            new NetworkLayer(output, Activation.IDENTITY)));
  }

  /** All there are. */
  static InputBatch inputs() {
    return InputBatch.of(Matrix.of(new float[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}));
  }
}
