package org.inferscope.model.matmul;

import java.util.ArrayList;
import java.util.List;
import org.inferscope.tensor.Args;
import org.inferscope.tensor.Matrix;

/**
 * A program run on two matrices: gives the state after any number of ticks.
 *
 * <p>Every 64 multiply-adds or so a snapshot of C is kept, so a frame anywhere costs at most that
 * much arithmetic and one copy of C. Immutable; any thread.
 */
public final class MatmulRun {
  private static final int WORK_BETWEEN_SNAPSHOTS = 64;

  private final MatmulProgram program;
  private final float[] a;
  private final float[] b;
  private final int interval;
  private final List<PartialProduct> snapshots;

  /**
   * Runs a program.
   *
   * @param a left matrix, [m, k] of the program
   * @param b right matrix, [k, n] of the program
   * @throws IllegalArgumentException when a shape differs from the program's
   */
  public MatmulRun(Matrix a, Matrix b, MatmulProgram program) {
    requireShape("a", a, program.m(), program.k());
    requireShape("b", b, program.k(), program.n());
    this.program = program;
    this.a = a.toArray();
    this.b = b.toArray();
    int work = program.m() * program.k() * program.n();
    this.interval = Math.max(1, WORK_BETWEEN_SNAPSHOTS * program.ticks() / work);
    this.snapshots = List.copyOf(snapshots());
  }

  private static void requireShape(String name, Matrix matrix, int rows, int cols) {
    Args.require(
        matrix.rows() == rows && matrix.cols() == cols,
        name,
        matrix.shapeText(),
        rows + "×" + cols);
  }

  private List<PartialProduct> snapshots() {
    List<PartialProduct> kept = new ArrayList<>();
    PartialProduct state = new PartialProduct(program.m(), program.n());
    for (int done = 0; done <= program.ticks(); done += interval) {
      kept.add(state.copy());
      run(state, done, Math.min(done + interval, program.ticks()));
    }
    return kept;
  }

  private void run(PartialProduct state, int from, int to) {
    for (int tick = from; tick < to; tick++) {
      for (MultiplyAdd work : program.tick(tick)) {
        int left = work.i() * program.k() + work.k();
        int right = work.k() * program.n() + work.j();
        state.add(work.i(), work.j(), a[left] * b[right]);
      }
    }
  }

  /** The program. */
  public MatmulProgram program() {
    return program;
  }

  /**
   * The state after that many ticks.
   *
   * @param done 0 to {@link MatmulProgram#ticks()}
   */
  public MatmulFrame frame(int done) {
    Args.inRange(done, 0, program.ticks(), "done");
    int snapshot = done / interval;
    PartialProduct state = snapshots.get(snapshot).copy();
    run(state, snapshot * interval, done);
    return new MatmulFrame(program, done, state);
  }

  /** The finished product. */
  public Matrix product() {
    return frame(program.ticks()).c();
  }
}
