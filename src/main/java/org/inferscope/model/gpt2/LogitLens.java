package org.inferscope.model.gpt2;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.inferscope.compute.DeviceTensor;
import org.inferscope.compute.MatrixView;
import org.inferscope.tensor.Args;

/**
 * What a model would say if it ended after fewer blocks (nostalgebraist, 2020): the final layer
 * norm and the unembedding applied to each hidden state. Immutable, any thread.
 */
public final class LogitLens {
  private final List<List<Cell>> cells;

  private LogitLens(List<List<Cell>> cells) {
    this.cells = cells;
  }

  /**
   * What is said after a token by a hidden state.
   *
   * @param top the most probable tokens, best first
   * @param targets the tokens asked for, in that order
   * @param ranks how many tokens are more probable than each of them
   */
  public record Cell(
      List<Distribution.Scored> top, List<Distribution.Scored> targets, List<Integer> ranks) {}

  /**
   * Looks through the lens; on the model's thread.
   *
   * @param trace of the model, with its hidden states
   * @param top how many of the most probable tokens to tell
   * @param targets tokens to tell in any case
   * @param checkpoint called now and then; throws to give up
   */
  public static LogitLens of(
      Gpt2 model, Gpt2Trace trace, int top, List<Integer> targets, Runnable checkpoint) {
    List<List<Cell>> cells = new ArrayList<>();
    for (int index = 0; index <= model.config().layers(); index++) {
      cells.add(
          distributions(model, trace, index, checkpoint).stream()
              .map(distribution -> cell(distribution, top, targets))
              .toList());
    }
    return new LogitLens(List.copyOf(cells));
  }

  /**
   * What one hidden state says after each token; on the model's thread.
   *
   * @param index from 0 to L, as {@link Gpt2Trace#hiddenState} counts
   * @return T distributions
   */
  public static List<Distribution> distributions(
      Gpt2 model, Gpt2Trace trace, int index, Runnable checkpoint) {
    int tokens = trace.tokens();
    Recorder nothing =
        new Recorder(model.backend(), model.config(), Set.of(), i -> List.of(), List.of());
    Unembedding unembedding = new Unembedding(model, nothing, checkpoint);
    float[][] logits = new float[tokens][];
    try (DeviceTensor state = model.backend().upload(trace.hiddenState(index))) {
      MatrixView rows = MatrixView.of(state, tokens, model.config().width());
      // The last hidden state has been through the norm.
      boolean normal = index == model.config().layers();
      unembedding.unembed(normal ? rows : unembedding.norm(rows), 0, logits);
    }
    return List.of(logits).stream().map(Distribution::owning).toList();
  }

  private static Cell cell(Distribution distribution, int top, List<Integer> targets) {
    return new Cell(
        distribution.top(top),
        targets.stream().map(distribution::scored).toList(),
        targets.stream().map(distribution::rank).toList());
  }

  /** How many hidden states there are, L + 1. */
  public int states() {
    return cells.size();
  }

  /** What a hidden state says after a token. */
  public Cell cell(int index, int position) {
    List<Cell> row = cells.get(Args.index(index, cells.size(), "index"));
    return row.get(Args.index(position, row.size(), "position"));
  }
}
