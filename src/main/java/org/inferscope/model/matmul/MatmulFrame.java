package org.inferscope.model.matmul;

import java.util.List;
import java.util.Optional;
import org.inferscope.tensor.Matrix;

/**
 * The state of a run after a number of ticks: everything a picture of it needs. Immutable; any
 * thread.
 */
public final class MatmulFrame {
  private final MatmulProgram program;
  private final int done;
  private final PartialProduct state;

  /** Takes the state over; nobody may change it afterwards. */
  MatmulFrame(MatmulProgram program, int done, PartialProduct state) {
    this.program = program;
    this.done = done;
    this.state = state;
  }

  /** The program that runs. */
  public MatmulProgram program() {
    return program;
  }

  /** Ticks done. */
  public int done() {
    return done;
  }

  /** Whether all ticks are done. */
  public boolean isFinished() {
    return done == program.ticks();
  }

  /** The running sum of C[i,j] in float32; 0 before its first term. */
  public float c(int i, int j) {
    return state.sum(i, j);
  }

  /** All running sums, [m, n]. */
  public Matrix c() {
    return state.toMatrix();
  }

  /** How many terms the running sum of C[i,j] has, 0 to K. */
  public int terms(int i, int j) {
    return state.terms(i, j);
  }

  /** Whether C[i,j] has at least one term. */
  public boolean started(int i, int j) {
    return terms(i, j) > 0;
  }

  /** Whether C[i,j] has all its terms. */
  public boolean complete(int i, int j) {
    return terms(i, j) == program.k();
  }

  /** The multiply-adds of the tick just done; none at the start. */
  public List<MultiplyAdd> last() {
    return done == 0 ? List.of() : program.tick(done - 1);
  }

  /** The multiply-adds of the tick to come; none at the end. */
  public List<MultiplyAdd> next() {
    return isFinished() ? List.of() : program.tick(done);
  }

  /** What the tick just done worked within; nothing at the start. */
  public Spotlight lastSpotlight() {
    return done == 0 ? Spotlight.NONE : program.spotlight(done - 1);
  }

  /** What the tick to come works within; nothing at the end. */
  public Spotlight nextSpotlight() {
    return isFinished() ? Spotlight.NONE : program.spotlight(done);
  }

  /** What has been done so far. */
  public Counters counters() {
    return program.counters(done);
  }

  /** Reads of each matrix per element of it. */
  public Reuse reuse() {
    return Reuse.of(counters(), program.m(), program.k(), program.n());
  }

  /** What is kept close. */
  public FastMemory fastMemory() {
    return program.fastMemory(done);
  }

  /** The grid of cells, for the systolic array. */
  public Optional<SystolicGrid> grid() {
    return program.grid(done);
  }
}
