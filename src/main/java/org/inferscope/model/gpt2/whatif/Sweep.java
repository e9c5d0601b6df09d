package org.inferscope.model.gpt2.whatif;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.inferscope.model.gpt2.Distribution;
import org.inferscope.model.gpt2.Gpt2;
import org.inferscope.model.gpt2.Gpt2Config;
import org.inferscope.model.gpt2.Gpt2Trace;
import org.inferscope.model.gpt2.Rerun;
import org.inferscope.tensor.Args;
import org.inferscope.tensor.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * Every head and every MLP of a model taken away alone, as far as that has been done: what reached
 * the unembedding at one position each time, from which any token's logit follows. The last blocks
 * come first, since the least of a pass has to be run again for them. Immutable, any thread.
 *
 * <p>Letters: L layers, H heads, D width.
 */
public final class Sweep {
  /** As many rows, tokens of all passes together, go through the model at once. */
  private static final int ROWS = 128;

  private final Gpt2Config config;
  private final int position;
  private final Fill fill;

  /** Row by row, heads then MLP; null where nothing has been done. Never changed. */
  private final @Nullable End[] ends;

  private final int done;

  /**
   * What was left of a pass.
   *
   * @param normal the row after the final layer norm [1, D]
   * @param logSum logarithm of the sum of all tokens' exp(logit)
   */
  private record End(Matrix normal, double logSum) {}

  private Sweep(Gpt2Config config, int position, Fill fill, @Nullable End[] ends, int done) {
    this.config = config;
    this.position = position;
    this.fill = fill;
    this.ends = ends;
    this.done = done;
  }

  /**
   * A sweep in which nothing has been done.
   *
   * @param position after which token the next is looked at
   * @param fill what stands in for what is taken away
   */
  public static Sweep start(Gpt2Config config, int position, Fill fill) {
    return new Sweep(config, position, fill, new End[config.layers() * (config.heads() + 1)], 0);
  }

  /** After which token the next is looked at. */
  public int position() {
    return position;
  }

  /** What stands in for what is taken away. */
  public Fill fill() {
    return fill;
  }

  /** L·(H + 1), how many parts there are. */
  public int size() {
    return ends.length;
  }

  /** How many of them have been taken away. */
  public int done() {
    return done;
  }

  /** Whether all have been. */
  public boolean isComplete() {
    return done == size();
  }

  /** The heads and MLPs whose turn it is next, of one block, as many as go through at once. */
  public List<Part> next(int tokens) {
    List<Part> parts = new ArrayList<>();
    int most = Math.max(1, ROWS / tokens);
    for (int k = 0; k < most && done + k < size(); k++) {
      Part part = part(done + k);
      if (k > 0 && layer(done + k) != layer(done)) {
        break;
      }
      parts.add(part);
    }
    return List.copyOf(parts);
  }

  private int layer(int turn) {
    return config.layers() - 1 - turn / (config.heads() + 1);
  }

  private Part part(int turn) {
    int within = turn % (config.heads() + 1);
    return within == config.heads()
        ? new Part.Mlp(layer(turn))
        : new Part.Head(layer(turn), within);
  }

  private int index(Part part) {
    if (part instanceof Part.Head head) {
      Args.index(head.head(), config.heads(), "head");
      return Args.index(head.layer(), config.layers(), "layer") * (config.heads() + 1)
          + head.head();
    }
    if (part instanceof Part.Mlp mlp) {
      return Args.index(mlp.layer(), config.layers(), "layer") * (config.heads() + 1)
          + config.heads();
    }
    throw new IllegalArgumentException("no part of a sweep: " + part);
  }

  /**
   * Takes the next parts away; on the model's thread.
   *
   * @param before the pass with all parts
   * @param checkpoint called between blocks; throws to give up
   * @return this sweep, that much further
   */
  public Sweep step(Gpt2 model, Gpt2Trace before, Runnable checkpoint) {
    List<Part> parts = next(before.tokens());
    Rerun.Ends made =
        Rerun.ends(
            model,
            before,
            parts.stream().map(part -> List.of(part.without(fill))).toList(),
            position,
            checkpoint);
    @Nullable End[] further = ends.clone();
    for (int i = 0; i < parts.size(); i++) {
      Distribution distribution = made.next().get(i);
      Matrix row = Matrix.owning(1, config.width(), made.normal().row(i));
      double logSum = distribution.logit(0) - distribution.logProbability(0);
      further[index(parts.get(i))] = new End(row, logSum);
    }
    return new Sweep(config, position, fill, further, done + parts.size());
  }

  /** Whether a part has been taken away. */
  boolean has(Part part) {
    return ends[index(part)] != null;
  }

  /** A token's logit without a part, in float64. */
  double logit(Part part, float[] row) {
    Matrix normal = end(part).normal;
    double sum = 0;
    for (int i = 0; i < row.length; i++) {
      sum += (double) normal.get(0, i) * row[i];
    }
    return sum;
  }

  double logSum(Part part) {
    return end(part).logSum;
  }

  private End end(Part part) {
    End end = ends[index(part)];
    if (end == null) {
      throw new IllegalArgumentException("not taken away yet: " + part);
    }
    return end;
  }

  @Override
  public String toString() {
    return "Sweep[" + done + " of " + size() + ", " + Arrays.asList(position, fill) + "]";
  }
}
