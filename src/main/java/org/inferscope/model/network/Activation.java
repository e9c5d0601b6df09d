package org.inferscope.model.network;

import java.util.Arrays;
import java.util.Optional;
import org.inferscope.compute.Pointwise;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;

/** What a layer does to its sums before it passes them on. */
public enum Activation {
  /** max(0, z), the notebook's. */
  RELU(Pointwise.RELU),
  /** Nothing: z itself. */
  IDENTITY(Pointwise.IDENTITY),
  /** z above zero, 0.01·z below. */
  LEAKY_RELU(Pointwise.LEAKY_RELU),
  /** GPT-2's, in the form with tanh. */
  GELU(Pointwise.GELU),
  /** z·σ(z). */
  SILU(Pointwise.SILU),
  /** σ(z) = 1 / (1 + exp(−z)). */
  SIGMOID(Pointwise.SIGMOID),
  /** tanh(z). */
  TANH(Pointwise.TANH),
  /** exp(zᵢ) / Σ exp(zⱼ): the only one that looks at all units of the layer. */
  SOFTMAX(null);

  private final Optional<Pointwise> pointwise;

  Activation(@Nullable Pointwise pointwise) {
    this.pointwise = Optional.ofNullable(pointwise);
  }

  /** The backend's function; empty for softmax, which is not one of single numbers. */
  public Optional<Pointwise> pointwise() {
    return pointwise;
  }

  /** Its values for the sums of one input, in float64. */
  public double[] exact(double[] z) {
    return pointwise.map(f -> Arrays.stream(z).map(f::of).toArray()).orElseGet(() -> softmax(z));
  }

  /** Its values for the sums of one input, each computed in float64 and rounded to float32. */
  public float[] of(float[] z) {
    double[] wide = new double[z.length];
    for (int i = 0; i < z.length; i++) {
      wide[i] = z[i];
    }
    double[] exact = exact(wide);
    float[] narrow = new float[z.length];
    for (int i = 0; i < z.length; i++) {
      narrow[i] = (float) exact[i];
    }
    return narrow;
  }

  private static double[] softmax(double[] z) {
    double max = Arrays.stream(z).max().orElse(0);
    double[] exp = Arrays.stream(z).map(x -> Math.exp(x - max)).toArray();
    double sum = Arrays.stream(exp).sum();
    return Arrays.stream(exp).map(x -> x / sum).toArray();
  }

  /** Name on screen: "ReLU". */
  public String title() {
    return switch (this) {
      case RELU -> Texts.get("networkmodel.activation.relu");
      case IDENTITY -> Texts.get("networkmodel.activation.identity");
      case LEAKY_RELU -> Texts.get("networkmodel.activation.leakyRelu");
      case GELU -> Texts.get("networkmodel.activation.gelu");
      case SILU -> Texts.get("networkmodel.activation.silu");
      case SIGMOID -> Texts.get("networkmodel.activation.sigmoid");
      case TANH -> Texts.get("networkmodel.activation.tanh");
      case SOFTMAX -> Texts.get("networkmodel.activation.softmax");
    };
  }

  /** One sentence: what it does, with its formula. */
  public String meaning() {
    return switch (this) {
      case RELU -> Texts.get("networkmodel.activation.relu.meaning");
      case IDENTITY -> Texts.get("networkmodel.activation.identity.meaning");
      case LEAKY_RELU -> Texts.get("networkmodel.activation.leakyRelu.meaning");
      case GELU -> Texts.get("networkmodel.activation.gelu.meaning");
      case SILU -> Texts.get("networkmodel.activation.silu.meaning");
      case SIGMOID -> Texts.get("networkmodel.activation.sigmoid.meaning");
      case TANH -> Texts.get("networkmodel.activation.tanh.meaning");
      case SOFTMAX -> Texts.get("networkmodel.activation.softmax.meaning");
    };
  }
}
