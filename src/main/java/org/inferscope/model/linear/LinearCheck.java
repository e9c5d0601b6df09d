package org.inferscope.model.linear;

import org.inferscope.compute.Backend;
import org.inferscope.compute.DeviceTensor;
import org.inferscope.compute.JobContext;
import org.inferscope.compute.MatrixView;
import org.inferscope.compute.MatrixView.Layout;
import org.inferscope.compute.VectorView;
import org.inferscope.compute.Work;
import org.inferscope.model.matmul.CheckResult;
import org.inferscope.tensor.Args;
import org.inferscope.tensor.Matrix;

/**
 * Computes a layer with the loop and with the active backend, to compare. The loop adds in float32
 * in order of j and b last, so it gives the very numbers that the steps on screen end with.
 *
 * @param layer O outputs, I inputs
 * @param x [T, I]
 */
public record LinearCheck(LinearLayer layer, Matrix x) implements Work<CheckResult> {
  /** Refuses inputs that do not fit. */
  public LinearCheck {
    Args.require(
        x.cols() == layer.inputs(), "x", x.shapeText(), "of " + layer.inputs() + " columns");
  }

  @Override
  public CheckResult run(JobContext context) {
    Backend backend = context.backend();
    return new CheckResult(
        layer.forward(x), forward(backend), backend.device().backend(), layer.rounding(x));
  }

  private Matrix forward(Backend backend) {
    int rows = x.rows();
    int in = layer.inputs();
    int out = layer.outputs();
    try (DeviceTensor inputs = backend.upload(x);
        DeviceTensor weights = backend.upload(layer.w());
        DeviceTensor bias = backend.upload(layer.b());
        DeviceTensor result = backend.allocate((long) rows * out)) {
      MatrixView y = MatrixView.of(result, rows, out);
      backend.gemm(
          1,
          MatrixView.of(inputs, rows, in),
          Layout.PLAIN,
          MatrixView.of(weights, out, in),
          Layout.TRANSPOSED,
          0,
          y); // [T, I] x [I, O] -> [T, O]
      backend.addBias(y, VectorView.of(bias)); // [T, O] + [O]
      return Matrix.owning(rows, out, backend.download(result));
    }
  }
}
