package org.inferscope.model.gpt2;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.inferscope.compute.DeviceTensor;
import org.inferscope.compute.MatrixView;
import org.inferscope.tensor.Args;
import org.inferscope.tensor.Matrix;

/**
 * What a model would say if it ended after fewer blocks (nostalgebraist, 2020): the final layer
 * norm and the unembedding applied to each hidden state. Immutable, any thread.
 *
 * <p>It is made piece by piece, as each cell costs a whole unembedding: {@link #next} gives another
 * lens with more cells, those of the last hidden state first, then from the embedding on. Of all
 * the logits only a few are kept. Letters: T tokens, D width, L layers, V vocabulary.
 */
public final class LogitLens {
  private final int tokens;
  private final int top;

  /** L + 1 rows of up to T cells. */
  private final List<List<Cell>> rows;

  private LogitLens(int tokens, int top, List<List<Cell>> rows) {
    this.tokens = tokens;
    this.top = top;
    this.rows = List.copyOf(rows);
  }

  /**
   * What is said after a token by a hidden state.
   *
   * @param top the most probable tokens, best first
   * @param own the token that the model says in the end
   * @param rank how many tokens are more probable than that one
   */
  public record Cell(List<Distribution.Scored> top, Distribution.Scored own, int rank) {}

  /**
   * A lens without a cell.
   *
   * @param trace that it will be made of, with its hidden states
   * @param top how many of the most probable tokens to tell, 1 at least
   */
  public static LogitLens empty(Gpt2Trace trace, int top) {
    int states = trace.config().layers() + 1;
    return new LogitLens(
        trace.tokens(), Args.positive(top, "top"), Collections.nCopies(states, List.of()));
  }

  /**
   * This lens with more cells; on the model's thread.
   *
   * @param trace the same in each call, of this model
   * @param count how many cells at most
   * @param checkpoint called now and then; throws to give up
   */
  public LogitLens next(Gpt2 model, Gpt2Trace trace, int count, Runnable checkpoint) {
    if (isComplete()) {
      return this;
    }
    int last = rows.size() - 1;
    int index = pending();
    List<Cell> row = new ArrayList<>(rows.get(index));
    int from = row.size();
    int to = Math.min(tokens, from + Args.positive(count, "count"));
    List<Distribution> said = distributions(model, trace, index, from, to, checkpoint);
    for (int position = from; position < to; position++) {
      Distribution distribution = said.get(position - from);
      checkpoint.run();
      int own = index == last ? distribution.best() : rows.get(last).get(position).own().id();
      row.add(new Cell(distribution.top(top), distribution.scored(own), distribution.rank(own)));
    }
    List<List<Cell>> more = new ArrayList<>(rows);
    more.set(index, List.copyOf(row));
    return new LogitLens(tokens, top, more);
  }

  /** The hidden state whose cells come next. */
  private int pending() {
    int last = rows.size() - 1;
    if (rows.get(last).size() < tokens) {
      return last;
    }
    return IntStream.range(0, last)
        .filter(i -> rows.get(i).size() < tokens)
        .findFirst()
        .orElse(last);
  }

  /**
   * What one hidden state says after some tokens; on the model's thread.
   *
   * @param index from 0 to L, as {@link Gpt2Trace#hiddenState} counts
   * @param from the first token
   * @param to the one after the last
   * @return a distribution for each of them
   */
  static List<Distribution> distributions(
      Gpt2 model, Gpt2Trace trace, int index, int from, int to, Runnable checkpoint) {
    int width = model.config().width();
    float[] some = new float[(to - from) * width];
    trace.hiddenState(index).buffer().get(from * width, some);
    // The last hidden state has been through the norm.
    boolean normal = index == model.config().layers();
    return said(model, Matrix.owning(to - from, width, some), normal, checkpoint);
  }

  /**
   * What every hidden state says after one token; on the model's thread.
   *
   * @return L + 1 distributions, from the embedding on
   */
  public static List<Distribution> column(
      Gpt2 model, Gpt2Trace trace, int position, Runnable checkpoint) {
    int layers = model.config().layers();
    Matrix stream =
        Matrix.generate(
            layers,
            model.config().width(),
            (index, j) -> trace.hiddenState(index).get(position, j));
    List<Distribution> all = new ArrayList<>(said(model, stream, false, checkpoint));
    all.addAll(distributions(model, trace, layers, position, position + 1, checkpoint));
    return List.copyOf(all);
  }

  private static List<Distribution> said(
      Gpt2 model, Matrix states, boolean normal, Runnable checkpoint) {
    Recorder nothing =
        new Recorder(model.backend(), model.config(), Set.of(), i -> List.of(), List.of());
    Unembedding unembedding = new Unembedding(model, nothing, checkpoint);
    float[][] logits = new float[states.rows()][];
    try (DeviceTensor placed = model.backend().upload(states)) {
      MatrixView rows = MatrixView.of(placed, states.rows(), states.cols());
      // [n, D] -> [n, V]
      unembedding.unembed(normal ? rows : unembedding.norm(rows), 0, logits);
    }
    return List.of(logits).stream().map(Distribution::owning).toList();
  }

  /** How many hidden states there are, L + 1. */
  public int states() {
    return rows.size();
  }

  /** T. */
  public int tokens() {
    return tokens;
  }

  /** How many cells there are by now. */
  public int size() {
    return rows.stream().mapToInt(List::size).sum();
  }

  /** Whether no cell is missing. */
  public boolean isComplete() {
    return size() == rows.size() * tokens;
  }

  /** What a hidden state says after a token; empty if it is not known yet. */
  public Optional<Cell> cell(int index, int position) {
    List<Cell> row = rows.get(Args.index(index, rows.size(), "index"));
    Args.index(position, tokens, "position");
    return position < row.size() ? Optional.of(row.get(position)) : Optional.empty();
  }

  /** The token that the model says in the end after a token; empty if it is not known yet. */
  public Optional<Distribution.Scored> own(int position) {
    return cell(rows.size() - 1, position).map(Cell::own);
  }

  /** Where the model's own token stands in each hidden state, as far as it is known. */
  public List<Optional<Cell>> column(int position) {
    return IntStream.range(0, rows.size()).mapToObj(index -> cell(index, position)).toList();
  }
}
