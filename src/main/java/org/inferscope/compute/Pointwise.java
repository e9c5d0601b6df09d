package org.inferscope.compute;

/**
 * Functions that act on each number alone: the activations of networks. {@link #of} defines them in
 * float64; backends compute them in float32.
 */
public enum Pointwise {
  /** x itself. */
  IDENTITY,
  /** max(x, 0). */
  RELU,
  /** x above zero, {@link #LEAK}·x below; PyTorch's {@code nn.LeakyReLU()}. */
  LEAKY_RELU,
  /** GPT-2's form of GELU, with tanh; PyTorch's {@code nn.GELU(approximate="tanh")}. */
  GELU,
  /** x·sigmoid(x), also called swish; PyTorch's {@code nn.SiLU()}. */
  SILU,
  /** 1 / (1 + exp(−x)). */
  SIGMOID,
  /** tanh(x). */
  TANH;

  /** The slope of the leaky ReLU below zero. */
  public static final double LEAK = 0.01;

  private static final double SQRT_2_OVER_PI = Math.sqrt(2 / Math.PI);

  /** The function's value in float64; NaN stays NaN. */
  public double of(double x) {
    return switch (this) {
      case IDENTITY -> x;
      case RELU -> Math.max(x, 0);
      case LEAKY_RELU -> x < 0 ? LEAK * x : x;
      case GELU -> 0.5 * x * (1 + Math.tanh(SQRT_2_OVER_PI * (x + 0.044715 * x * x * x)));
      case SILU -> x * sigmoid(x);
      case SIGMOID -> sigmoid(x);
      case TANH -> Math.tanh(x);
    };
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
