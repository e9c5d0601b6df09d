package org.inferscope.model.network.preset;

import java.util.List;
import org.inferscope.model.linear.LinearLayer;
import org.inferscope.model.network.Activation;
import org.inferscope.model.network.InputBatch;
import org.inferscope.model.network.Network;
import org.inferscope.model.network.NetworkLayer;
import org.inferscope.tensor.Matrix;

/**
 * An autoencoder that can be followed by hand. Its inputs are samples of three smooth waves added
 * up, cos(πk(n + ½)/N) for k = 0, 1, 2. The mean of two neighbouring samples is a sample of the
 * same wave at half the rate, times cos(πk/32), so that eight means hold all that is to know, and
 * the amounts of the three waves are a code of three numbers. What isn't made of those waves is
 * lost.
 */
final class Waves {
  private static final int LONG = 16;
  private static final int SHORT = 8;
  private static final int CODE = 3;

  /** Amounts of the three waves in each example. */
  private static final double[][] AMOUNTS = {
    {0.3, 0.9, -0.5}, {1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {-0.4, -0.6, 0.7}, {0.6, -0.8, -0.3}
  };

  /** Where the last example has its one 1. */
  private static final int SPIKE = 5;

  private Waves() {}

  /** [16, 8, 3, 8, 16] without activations. */
  static Network autoencoder() {
    return new Network(
        List.of(
            layer(SHORT, LONG, (i, j) -> j / 2 == i ? 0.5 : 0),
            layer(CODE, SHORT, Waves::amount),
            layer(SHORT, CODE, (n, k) -> wave(k, n, SHORT)),
            layer(LONG, SHORT, Waves::between)));
  }

  /** Sample n of wave k at N samples. */
  private static double wave(int k, int n, int samples) {
    return Math.cos(Math.PI * k * (n + 0.5) / samples);
  }

  /**
   * What sample n of eight adds to the amount of wave k: waves are perpendicular, with a square
   * length of 8 for k = 0 and 4 for the others; the means have made them smaller by cos(πk/32).
   */
  private static double amount(int k, int n) {
    return wave(k, n, SHORT) / square(k) / Math.cos(Math.PI * k / (2.0 * LONG));
  }

  private static double square(int k) {
    return k == 0 ? SHORT : SHORT / 2.0;
  }

  /** What sample n of eight adds to sample m of sixteen: by way of the three waves. */
  private static double between(int m, int n) {
    double sum = 0;
    for (int k = 0; k < CODE; k++) {
      sum += wave(k, m, LONG) * wave(k, n, SHORT) / square(k);
    }
    return sum;
  }

  private static NetworkLayer layer(int outputs, int inputs, Entry entry) {
    Matrix w = Matrix.generate(outputs, inputs, (i, j) -> (float) entry.at(i, j));
    return new NetworkLayer(new LinearLayer(w, Matrix.zeros(outputs, 1)), Activation.IDENTITY);
  }

  private interface Entry {
    double at(int i, int j);
  }

  /** Waves added up, and at last a single 1, which they can't make. */
  static InputBatch examples() {
    return InputBatch.of(Matrix.generate(AMOUNTS.length + 1, LONG, Waves::sample));
  }

  private static float sample(int row, int n) {
    if (row == AMOUNTS.length) {
      return n == SPIKE ? 1 : 0;
    }
    double sum = 0;
    for (int k = 0; k < CODE; k++) {
      sum += AMOUNTS[row][k] * wave(k, n, LONG);
    }
    return (float) sum;
  }
}
