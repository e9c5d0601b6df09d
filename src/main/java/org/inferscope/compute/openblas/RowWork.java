package org.inferscope.compute.openblas;

import java.util.Arrays;
import org.inferscope.compute.MatrixView;
import org.inferscope.compute.Pointwise;
import org.inferscope.compute.RowMath;
import org.inferscope.compute.VectorView;
import org.inferscope.compute.exec.Crew;
import org.inferscope.tensor.Args;

/** The operations that go row by row, their rows shared by the crew. */
final class RowWork {
  /** With fewer numbers a thread, waking it costs more than it does. */
  private static final int FEWEST = 1 << 13;

  private final Crew crew;
  private final RowMath math;

  RowWork(Crew crew, RowMath math) {
    this.crew = crew;
    this.math = math;
  }

  /** {@code out[T, D] = f(x[T, D])}. */
  void apply(Pointwise f, MatrixView x, MatrixView out) {
    map(x, out, (i, row) -> math.apply(f, row, 0, row.length));
  }

  /** {@code out[T, D] = f(x[T, D] + bias[D])}. */
  void activate(Pointwise f, MatrixView x, VectorView bias, MatrixView out) {
    float[] added = Rows.numbers(bias);
    map(
        x,
        out,
        (i, row) -> {
          math.add(row, 0, added, 0, row.length);
          math.apply(f, row, 0, row.length);
        });
  }

  /** {@code out[T, D] = a[T, D] + b[T, D]}. */
  void add(MatrixView a, MatrixView b, MatrixView out) {
    Args.sameLength(b.rows(), "rows of b", a.rows(), "rows of a");
    Args.sameLength(b.cols(), "columns of b", a.cols(), "columns of a");
    NativeTensor from = NativeTensor.of(b.tensor());
    map(
        a,
        out,
        (i, row) -> {
          float[] added = new float[row.length];
          from.read(b.offset() + (long) i * b.stride(), added, added.length);
          math.add(row, 0, added, 0, row.length);
        });
  }

  /** Layer norm of every row. */
  void layerNorm(MatrixView x, VectorView gain, VectorView bias, float epsilon, MatrixView out) {
    float[] scales = Rows.numbers(gain);
    float[] added = Rows.numbers(bias);
    map(x, out, (i, row) -> math.layerNorm(row, 0, row.length, scales, added, epsilon));
  }

  /** Softmax of row i over the first {@code past + i + 1} numbers; the rest becomes 0. */
  void causalSoftmax(MatrixView x, int past, MatrixView out) {
    map(
        x,
        out,
        (i, row) -> {
          int seen = (int) Math.min(row.length, past + i + 1L);
          math.softmax(row, 0, seen, 1);
          Arrays.fill(row, seen, row.length, 0);
        });
  }

  private void map(MatrixView x, MatrixView out, Rows.Kernel kernel) {
    Args.sameLength(out.rows(), "rows of out", x.rows(), "rows of x");
    Args.sameLength(out.cols(), "columns of out", x.cols(), "columns of x");
    long most = Math.min(x.rows(), (long) x.rows() * x.cols() / FEWEST);
    int parts = (int) Math.max(1, Math.min(crew.size(), most));
    Grid grid = new Grid(x.rows(), 1, parts, 1);
    crew.run(
        parts,
        part -> {
          int from = grid.block(part).row();
          int count = grid.block(part).rows();
          Rows.map(
              Views.rows(x, from, count),
              Views.rows(out, from, count),
              (i, row) -> kernel.apply(from + i, row));
        });
  }
}
