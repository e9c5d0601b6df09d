package org.inferscope.compute.pytorch;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import org.inferscope.compute.Pointwise;

/**
 * The activations in PyTorch's operations. DJL offers GELU in its exact form only, so the one with
 * tanh, {@code nn.GELU(approximate="tanh")}, is put together here from what it is made of; every
 * step is PyTorch's, in float32.
 */
final class TorchActivations {
  private static final double SQRT_2_OVER_PI = Math.sqrt(2 / Math.PI);

  private TorchActivations() {}

  static NDArray apply(Pointwise f, NDArray z) {
    return switch (f) {
      case IDENTITY -> z;
      case RELU -> Activation.relu(z);
      case LEAKY_RELU -> Activation.leakyRelu(z, (float) Pointwise.LEAK);
      case GELU -> gelu(z);
      case SILU -> Activation.swish(z, 1);
      case SIGMOID -> Activation.sigmoid(z);
      case TANH -> Activation.tanh(z);
    };
  }

  private static NDArray gelu(NDArray z) {
    NDArray cubic = z.add(z.mul(z).mul(z).mul(0.044715f));
    return z.mul(0.5f).mul(cubic.mul((float) SQRT_2_OVER_PI).tanh().add(1));
  }
}
