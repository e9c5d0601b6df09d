package org.inferscope.model.matmul;

import org.inferscope.tensor.Accuracy;
import org.inferscope.tensor.Matrix;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/**
 * The triple loop's product beside that of a compute backend.
 *
 * @param loop the triple loop's, in float32
 * @param backend the backend's, the reference of NumPy's rule
 * @param device what computed it, in words
 * @param atol the absolute tolerance of the rule, above 0: {@link Accuracy#ATOL}, or what rounding
 *     alone may bring about where terms cancel each other out; see {@link #rounding}
 */
public record CheckResult(Matrix loop, Matrix backend, String device, double atol) {
  /** Half the distance from 1 to the next float32. */
  private static final double HALF_ULP = 0x1p-24;

  /** A result held to NumPy's own tolerances. */
  public CheckResult(Matrix loop, Matrix backend, String device) {
    this(loop, backend, device, Accuracy.ATOL);
  }

  /**
   * How far two float32 sums of the same terms may lie apart, added in different orders: each is
   * within n·u·Σ|term| of the exact sum to first order, u being half a unit in the last place
   * (Higham, "Accuracy and Stability of Numerical Algorithms", 2002, section 4.2).
   *
   * @param terms n, how many terms a sum has
   * @param magnitude the largest sum of the terms' sizes
   * @return at least NumPy's absolute tolerance
   */
  public static double rounding(int terms, double magnitude) {
    double bound = 2 * terms * HALF_ULP * magnitude;
    return Double.isFinite(bound) ? Math.max(Accuracy.ATOL, bound) : Accuracy.ATOL;
  }

  /** Whether both agree by NumPy's rule |a − b| ≤ atol + rtol·|b|. */
  public boolean matches() {
    return Accuracy.allClose(loop.toArray(), backend.toArray(), Accuracy.RTOL, atol);
  }

  /** The largest |a − b|; NaN as soon as either holds one. */
  public double maxAbsDifference() {
    return Accuracy.maxAbsDiff(loop, backend);
  }

  /** Where the largest difference is: the first such cell, or the first NaN. */
  public Cell worst() {
    Cell worst = new Cell(0, 0);
    double largest = -1;
    for (int i = 0; i < loop.rows(); i++) {
      for (int j = 0; j < loop.cols(); j++) {
        double difference = difference(i, j);
        if (Double.isNaN(difference)) {
          return new Cell(i, j);
        }
        if (difference > largest) {
          largest = difference;
          worst = new Cell(i, j);
        }
      }
    }
    return worst;
  }

  private double difference(int i, int j) {
    float a = loop.get(i, j);
    float b = backend.get(i, j);
    return a == b ? 0 : Math.abs((double) a - b);
  }

  /** The check line. */
  public String summary() {
    String difference = Numbers.cell(maxAbsDifference());
    return matches()
        ? Texts.get("matmulmodel.check.match", device, difference)
        : Texts.get("matmulmodel.check.mismatch", device, difference);
  }

  /** What is compared and NumPy's rule spelled out. */
  public String rule() {
    return Texts.get(
        "matmulmodel.check.rule",
        device,
        Numbers.cell(Accuracy.RTOL),
        Numbers.cell(atol),
        matches() ? Texts.get("matmulmodel.check.true") : Texts.get("matmulmodel.check.false"));
  }
}
