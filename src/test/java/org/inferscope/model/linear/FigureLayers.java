package org.inferscope.model.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.Term;
import org.inferscope.tensor.Matrix;

/** Layers and checks that several tests of the figures share. */
final class FigureLayers {
  private FigureLayers() {}

  /** Part 4's layer of the notebook, 4→3. */
  static LinearLayer notebook() {
    return InitRequest.of(Initialisation.NOTEBOOK, 4, 3).make();
  }

  /** A layer of these weights without a shift. */
  static LinearLayer of(double[][] w) {
    return of(w, new double[w.length]);
  }

  static LinearLayer of(double[][] w, double[] b) {
    return new LinearLayer(Matrix.of(w), Matrix.of(b.length, 1, b));
  }

  /** Normal numbers everywhere. */
  static LinearLayer random(long seed, int inputs, int outputs) {
    return new LinearLayer(matrix(seed, outputs, inputs), matrix(seed + 1, outputs, 1));
  }

  static Matrix matrix(long seed, int rows, int columns) {
    Random random = new Random(seed);
    return Matrix.generate(rows, columns, (i, j) -> random.nextGaussian());
  }

  static double sumOfTerms(Explanation explanation) {
    return explanation.terms().stream().mapToDouble(Term::contribution).sum();
  }

  static void assertTermsAddUpToTheValue(Explanation explanation) {
    double size = Math.max(1e-12, Math.abs(explanation.shown()));
    assertThat(sumOfTerms(explanation))
        .as("terms of %s", explanation.title())
        .isCloseTo(explanation.shown(), within(1e-9 * size + 1e-12));
  }
}
