package org.inferscope.model.matmul;

import java.util.List;
import java.util.Optional;
import org.inferscope.tensor.Args;

/**
 * The order in which an algorithm does the multiply-adds of one shape, whatever the numbers are.
 *
 * <p>Time is counted in ticks, from 0: one multiply-add each, except that a tick of the systolic
 * array does all that its cells do at once. A position is a number of ticks done, 0 to {@link
 * #ticks()}; what belongs to a tick is asked with the tick's number, what is true between ticks
 * with the position.
 *
 * <p>Immutable. All methods answer in constant time.
 */
public final class MatmulProgram {
  /** The largest product that is worth writing down multiply-add by multiply-add. */
  private static final long LARGEST = 1 << 20;

  private final Algorithm algorithm;
  private final int m;
  private final int k;
  private final int n;
  private final int tile;
  private final List<CodeLine> code;
  private final Trace trace;

  private MatmulProgram(
      Algorithm algorithm, int m, int k, int n, int tile, List<CodeLine> code, Trace trace) {
    this.algorithm = algorithm;
    this.m = m;
    this.k = k;
    this.n = n;
    this.tile = tile;
    this.code = code;
    this.trace = trace;
  }

  /**
   * The program for A [m, k] times B [k, n].
   *
   * @param tile side of a tile; only the tiled algorithm looks at it
   * @throws IllegalArgumentException when a size is below 1 or the product is too large to play
   */
  public static MatmulProgram of(Algorithm algorithm, int m, int k, int n, int tile) {
    Args.positive(m, "m");
    Args.positive(k, "k");
    Args.positive(n, "n");
    Args.positive(tile, "tile");
    long work = (long) m * k * n;
    Args.require(work <= LARGEST, "m·k·n", work, "at most " + LARGEST);
    LoopNest nest = nest(algorithm, m, k, n, tile);
    TraceRecorder recorder = new TraceRecorder(k);
    nest.run(recorder);
    return new MatmulProgram(algorithm, m, k, n, tile, nest.code(), recorder.trace());
  }

  private static LoopNest nest(Algorithm algorithm, int m, int k, int n, int tile) {
    return switch (algorithm) {
      case DOT -> new DotNest(m, k, n);
      case ROW -> new RowNest(m, k, n);
      case COLUMN -> new ColumnNest(m, k, n);
      case OUTER -> new OuterNest(m, k, n);
      case TILED -> new TiledNest(m, k, n, tile);
      case SYSTOLIC -> new SystolicNest(m, k, n);
    };
  }

  /** The algorithm. */
  public Algorithm algorithm() {
    return algorithm;
  }

  /** Rows of A and C. */
  public int m() {
    return m;
  }

  /** Columns of A and rows of B. */
  public int k() {
    return k;
  }

  /** Columns of B and C. */
  public int n() {
    return n;
  }

  /** Side of a tile, as asked for. */
  public int tile() {
    return tile;
  }

  /** Number of ticks. */
  public int ticks() {
    return trace.ticks().size();
  }

  /** The multiply-adds of a tick: one, or for the systolic array one of every busy cell. */
  public List<MultiplyAdd> tick(int tick) {
    Trace.Tick at = trace.ticks().get(tick);
    return trace.work().subList(at.workStart(), at.workEnd());
  }

  /** The ticks cut into playback steps at one grain. */
  public Steps steps(Grain grain) {
    return switch (grain) {
      case PRODUCT -> trace.whole();
      case ELEMENT -> trace.groups();
      case MULTIPLY_ADD -> trace.fine();
    };
  }

  /**
   * Positions at which a natural group ends: an output element (ijk), a row update (ikj), a column
   * update (jki), an outer product (kij), a tile product, a finished diagonal (systolic).
   */
  public int[] groupEnds() {
    return trace.groups().ends();
  }

  /** Positions at which at least one more element of C is complete. */
  public int[] elementEnds() {
    return trace.elements().ends();
  }

  /** Cells of C in the order in which they get complete. */
  public List<Cell> completionOrder() {
    return trace.completed();
  }

  /** The loop nest to show. */
  public List<CodeLine> code() {
    return code;
  }

  /** The line of code that multiplies at this tick. */
  public int codeLine(int tick) {
    return trace.ticks().get(tick).updateLine();
  }

  /** Whether a line of code runs at this tick: loop heads do when their variable changes. */
  public boolean runs(int tick, int line) {
    return (trace.ticks().get(tick).lines() >> line & 1) != 0;
  }

  /** Which parts of the matrices this tick works within. */
  public Spotlight spotlight(int tick) {
    return trace.ticks().get(tick).spotlight();
  }

  /** What is kept close after that many ticks: what the last of them held; nothing at first. */
  public FastMemory fastMemory(int done) {
    return done == 0
        ? HeldRegions.empty(trace.ticks().get(0).held().capacity())
        : trace.ticks().get(done - 1).held();
  }

  /** The counters after that many ticks. */
  public Counters counters(int done) {
    return trace.counters().get(done);
  }

  /** The systolic array after that many ticks; empty for the other algorithms. */
  public Optional<SystolicGrid> grid(int done) {
    return algorithm == Algorithm.SYSTOLIC
        ? Optional.of(new SystolicGrid(m, k, n, done))
        : Optional.empty();
  }

  /** The algorithm and the sizes, for logs and test failures. */
  @Override
  public String toString() {
    return algorithm + " " + m + "×" + k + "×" + n + ", tile " + tile;
  }
}
