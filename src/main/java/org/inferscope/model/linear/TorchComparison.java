package org.inferscope.model.linear;

import org.inferscope.model.matmul.Cell;
import org.inferscope.model.matmul.CheckResult;
import org.inferscope.tensor.Matrix;

/**
 * Our result beside that of real PyTorch.
 *
 * @param ours the loop's, [T, O]
 * @param theirs PyTorch's, [T, O], the reference of NumPy's rule
 * @param engine its name and version: "PyTorch 2.7.1"
 * @param atol the absolute tolerance of the rule, above 0; see {@link LinearLayer#rounding}
 */
public record TorchComparison(Matrix ours, Matrix theirs, String engine, double atol) {
  /** The largest |ours − theirs|; NaN as soon as either holds one. */
  public double maxAbsDifference() {
    return check().maxAbsDifference();
  }

  /** Whether both agree by the rule of {@code allclose}. */
  public boolean matches() {
    return check().matches();
  }

  /** Where the largest difference is: the first such cell, or the first NaN. */
  public Cell worst() {
    return check().worst();
  }

  /** The comparison in one line, as the check line has it. */
  public String summary() {
    return check().summary();
  }

  /** The same as a check, whose backend is PyTorch. */
  CheckResult check() {
    return new CheckResult(ours, theirs, engine, atol);
  }
}
