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
 */
public record CheckResult(Matrix loop, Matrix backend, String device) {
  /** Whether both agree by NumPy's rule |a − b| ≤ atol + rtol·|b|. */
  public boolean matches() {
    return Accuracy.allClose(loop, backend);
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
        Numbers.cell(Accuracy.ATOL),
        matches() ? Texts.get("matmulmodel.check.true") : Texts.get("matmulmodel.check.false"));
  }
}
