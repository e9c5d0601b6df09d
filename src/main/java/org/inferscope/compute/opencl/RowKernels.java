package org.inferscope.compute.opencl;

import org.inferscope.compute.MatrixView;
import org.inferscope.compute.Pointwise;
import org.inferscope.compute.VectorView;
import org.jspecify.annotations.Nullable;

/** The operations that go number by number, or row by row. Sizes must fit. */
final class RowKernels {
  /** Work-groups down the rows; each takes several rows where there are more. */
  private static final int MOST_GROUPS = 1 << 15;

  private final ClQueue queue;
  private final ClProgram program;
  private final int group;

  RowKernels(ClQueue queue, ClProgram program, Limits limits) {
    this.queue = queue;
    this.program = program;
    this.group = limits.group();
  }

  /** {@code out [T, D] = f(x [T, D] + bias [D])}, or without a bias. */
  void activate(Pointwise f, MatrixView x, @Nullable VectorView bias, MatrixView out) {
    if (out.isEmpty()) {
      return;
    }
    VectorView added = bias == null ? new VectorView(x.tensor(), 0, 0) : bias;
    ClCall call =
        new ClCall(queue, program.kernel("activate"))
            .with(number(f))
            .with(bias == null ? 0 : 1)
            .with(out.rows())
            .with(out.cols())
            .with(x)
            .with(added)
            .with(out);
    runNumbers(call, out);
  }

  /** What the kernel calls a function. */
  private static int number(Pointwise f) {
    return switch (f) {
      case IDENTITY -> 0;
      case RELU -> 1;
      case LEAKY_RELU -> 2;
      case GELU -> 3;
      case SILU -> 4;
      case SIGMOID -> 5;
      case TANH -> 6;
    };
  }

  void add(MatrixView a, MatrixView b, MatrixView out) {
    if (!out.isEmpty()) {
      ClCall call = new ClCall(queue, program.kernel("add")).with(out.rows()).with(out.cols());
      runNumbers(call.with(a).with(b).with(out), out);
    }
  }

  void gather(MatrixView table, int[] picked, MatrixView out) {
    if (out.isEmpty()) {
      return;
    }
    long rows = queue.ints(picked);
    try {
      ClCall call = new ClCall(queue, program.kernel("gather")).with(out.rows()).with(out.cols());
      runNumbers(call.with(table).withBuffer(rows).with(out), out);
    } finally {
      queue.release(rows);
    }
  }

  private void runNumbers(ClCall call, MatrixView out) {
    call.run((out.cols() - 1L) / group + 1, Math.min(MOST_GROUPS, out.rows()), group, 1);
  }

  void layerNorm(MatrixView x, VectorView gain, VectorView bias, float epsilon, MatrixView out) {
    if (!out.isEmpty()) {
      new ClCall(queue, program.kernel("layer_norm"))
          .with(out.rows())
          .with(out.cols())
          .with(x)
          .with(gain)
          .with(bias)
          .with(epsilon)
          .with(out)
          .run(Math.min(MOST_GROUPS, out.rows()), 1, group, 1);
    }
  }

  /** Softmax of blocks of rows, row i of a block seeing columns 0 to {@code past + i}. */
  void softmax(MatrixView x, int period, int past, MatrixView out) {
    if (!out.isEmpty()) {
      new ClCall(queue, program.kernel("causal_softmax"))
          .with(out.rows())
          .with(period)
          .with(out.cols())
          .with(past)
          .with(x)
          .with(out)
          .run(Math.min(MOST_GROUPS, out.rows()), 1, group, 1);
    }
  }
}
