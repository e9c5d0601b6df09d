package org.inferscope.model.matmul;

import org.inferscope.compute.Backend;
import org.inferscope.compute.JobContext;
import org.inferscope.compute.Work;
import org.inferscope.tensor.Args;
import org.inferscope.tensor.Matrix;

/**
 * Multiplies with the triple loop and with the active backend, to compare. The loop adds in float32
 * in order of k, so it gives the very numbers that the steps on screen end with.
 *
 * @param a [M, K]
 * @param b [K, N]
 */
public record MatmulCheck(Matrix a, Matrix b) implements Work<CheckResult> {
  /** Refuses shapes that cannot be multiplied. */
  public MatmulCheck {
    Args.require(a.cols() == b.rows(), "b", b.shapeText(), "of " + a.cols() + " rows");
  }

  @Override
  public CheckResult run(JobContext context) {
    Backend backend = context.backend();
    Matrix loop =
        Matrix.generate(a.rows(), b.cols(), (i, j) -> Dot.float32(a, b, i, j, a.cols())); // [M, N]
    return new CheckResult(
        loop,
        backend.multiply(a, b),
        backend.device().backend(),
        CheckResult.rounding(a.cols(), magnitude()));
  }

  /** The largest sum of the terms' sizes of any element. */
  private double magnitude() {
    double largest = 0;
    for (int i = 0; i < a.rows(); i++) {
      for (int j = 0; j < b.cols(); j++) {
        largest = Math.max(largest, Dot.magnitude(a, b, i, j));
      }
    }
    return largest;
  }
}
