package org.inferscope.tab.roofline.desk;

import java.util.Optional;
import org.inferscope.model.roofline.MatmulShape;
import org.inferscope.model.roofline.ScaledDown;
import org.inferscope.tab.LinearIntent;
import org.inferscope.tab.MultiplyIntent;
import org.inferscope.tensor.Matrix;
import org.inferscope.tensor.NumpyRandom;

/** Products scaled down for the tabs that take them apart, with seeded numbers. Stateless. */
final class Handover {
  private static final long SEED = 42;

  /** So many units still fit on the Linear tab's stage with their weights. */
  private static final int LONGEST_LAYER = 16;

  private Handover() {}

  /** A and B of small whole numbers, which can be followed in the head. */
  static MultiplyIntent multiply(MatmulShape shape) {
    ScaledDown small = ScaledDown.of(shape, MultiplyIntent.LARGEST);
    NumpyRandom random = new NumpyRandom(SEED);
    return new MultiplyIntent(
        Matrix.generate(small.m(), small.k(), (i, j) -> random.randint(-4, 5)),
        Matrix.generate(small.k(), small.n(), (i, j) -> random.randint(-4, 5)));
  }

  /** A layer without bias; empty where B is no weights. */
  static Optional<LinearIntent> linear(MatmulShape shape) {
    if (shape.right() != MatmulShape.Right.WEIGHTS) {
      return Optional.empty();
    }
    ScaledDown small = ScaledDown.of(shape, LONGEST_LAYER);
    NumpyRandom random = new NumpyRandom(SEED);
    double spread = Math.sqrt(1.0 / small.k());
    Matrix w =
        Matrix.generate(small.n(), small.k(), (i, j) -> (float) (spread * random.standardNormal()));
    Matrix x = random.randn(small.m(), small.k());
    return Optional.of(new LinearIntent(w, Matrix.zeros(small.n(), 1), x));
  }
}
