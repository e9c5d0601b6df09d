package org.inferscope.model.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.inferscope.tensor.Matrix;

/** Layers and inputs that tests of this package share. */
final class Layers {
  private Layers() {}

  /** A layer and a batch that fits it. */
  record Sample(LinearLayer layer, Matrix x) {
    @Override
    public String toString() {
      return "W " + layer.w().shapeText() + ", X " + x.shapeText();
    }
  }

  /** Corner shapes and seeded random ones, batches of up to 256. */
  static Stream<Sample> samples() {
    List<Sample> samples = new ArrayList<>();
    samples.add(sample(1, 1, 1, 1));
    samples.add(sample(3, 4, 1, 2));
    samples.add(sample(64, 1, 3, 3));
    samples.add(sample(1, 64, 3, 4));
    samples.add(sample(64, 64, 1, 5));
    samples.add(sample(64, 64, 256, 6));
    Random random = new Random(20240607);
    for (int n = 0; n < 20; n++) {
      int outputs = 1 + random.nextInt(64);
      int inputs = 1 + random.nextInt(64);
      samples.add(sample(outputs, inputs, 1 + random.nextInt(32), n + 100L));
    }
    return samples.stream();
  }

  static Sample sample(int outputs, int inputs, int batch, long seed) {
    Random random = new Random(seed);
    Matrix w = normal(random, outputs, inputs);
    Matrix b = normal(random, outputs, 1);
    return new Sample(new LinearLayer(w, b), normal(random, batch, inputs));
  }

  static LinearLayer notebook() {
    return InitRequest.of(Initialisation.NOTEBOOK, 4, 3).make();
  }

  private static Matrix normal(Random random, int rows, int cols) {
    return Matrix.generate(rows, cols, (i, j) -> random.nextGaussian());
  }
}
