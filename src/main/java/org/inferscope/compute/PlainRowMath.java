package org.inferscope.compute;

/** Rows in plain Java, with exponentials in float64, where they are an intrinsic of the JIT. */
public final class PlainRowMath implements RowMath {
  private static final double SQRT_2_OVER_PI = Math.sqrt(2 / Math.PI);

  /** Where tanh is x − x³/3 to 11 digits. */
  private static final double NEAR_ZERO = 1e-3;

  @Override
  public void apply(Pointwise f, float[] x, int from, int count) {
    switch (f) {
      case IDENTITY -> {}
      case RELU -> relu(x, from, count);
      case LEAKY_RELU -> leakyRelu(x, from, count);
      case GELU -> gelu(x, from, count);
      case SILU -> silu(x, from, count);
      case SIGMOID -> sigmoid(x, from, count);
      case TANH -> tanh(x, from, count);
    }
  }

  private static void relu(float[] x, int from, int count) {
    for (int i = from; i < from + count; i++) {
      x[i] = Math.max(x[i], 0);
    }
  }

  /** As the slope is less than 1, the larger of x and its slope: a maximum is one instruction. */
  private static void leakyRelu(float[] x, int from, int count) {
    float slope = (float) Pointwise.LEAK;
    for (int i = from; i < from + count; i++) {
      x[i] = Math.max(x[i], slope * x[i]);
    }
  }

  /**
   * GPT-2's GELU, rewritten: {@code (1 + tanh u) / 2 = 1 / (1 + exp(-2u))}, which takes one exp, an
   * intrinsic of the JIT, in place of a slow tanh.
   */
  private static void gelu(float[] x, int from, int count) {
    for (int i = from; i < from + count; i++) {
      double v = x[i];
      double u = SQRT_2_OVER_PI * (v + 0.044715 * v * v * v);
      x[i] = (float) (v / (1 + Math.exp(-2 * u)));
    }
  }

  private static void silu(float[] x, int from, int count) {
    for (int i = from; i < from + count; i++) {
      double v = x[i];
      x[i] = (float) (v / (1 + Math.exp(-v)));
    }
  }

  private static void sigmoid(float[] x, int from, int count) {
    for (int i = from; i < from + count; i++) {
      x[i] = (float) (1 / (1 + Math.exp(-(double) x[i])));
    }
  }

  /**
   * {@code tanh x = 1 - 2 / (exp(2x) + 1)}. Near 0 that would lose the digits of x, so there its
   * series, whose next term is below float32's.
   */
  private static void tanh(float[] x, int from, int count) {
    for (int i = from; i < from + count; i++) {
      double v = x[i];
      x[i] = (float) (Math.abs(v) < NEAR_ZERO ? v - v * v * v / 3 : 1 - 2 / (Math.exp(2 * v) + 1));
    }
  }

  @Override
  public void add(float[] x, int from, float[] added, int addedFrom, int count) {
    for (int i = 0; i < count; i++) {
      x[from + i] += added[addedFrom + i];
    }
  }

  @Override
  public void multiply(float[] x, int from, float[] factors, int factorsFrom, int count) {
    for (int i = 0; i < count; i++) {
      x[from + i] *= factors[factorsFrom + i];
    }
  }

  /** The two sums in float64. */
  @Override
  public void layerNorm(float[] x, int from, int count, float[] gain, float[] bias, float epsilon) {
    double sum = 0;
    for (int i = from; i < from + count; i++) {
      sum += x[i];
    }
    float mean = (float) (sum / count);
    double squares = 0;
    for (int i = from; i < from + count; i++) {
      double off = x[i] - mean;
      squares += off * off;
    }
    float scale = (float) (1 / Math.sqrt(squares / count + epsilon));
    for (int i = 0; i < count; i++) {
      x[from + i] = (x[from + i] - mean) * scale * gain[i] + bias[i];
    }
  }

  @Override
  public void softmax(float[] x, int from, int count, float scale) {
    float max = Float.NEGATIVE_INFINITY;
    for (int i = from; i < from + count; i++) {
      max = Math.max(max, x[i]);
    }
    double sum = 0;
    for (int i = from; i < from + count; i++) {
      x[i] = (float) Math.exp((x[i] - max) * scale);
      sum += x[i];
    }
    float factor = (float) (1 / sum);
    for (int i = from; i < from + count; i++) {
      x[i] *= factor;
    }
  }
}
