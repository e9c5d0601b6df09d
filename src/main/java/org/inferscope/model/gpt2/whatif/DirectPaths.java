package org.inferscope.model.gpt2.whatif;

import java.util.Arrays;
import org.inferscope.model.gpt2.Gpt2Config;
import org.inferscope.model.gpt2.Gpt2Trace;
import org.inferscope.model.gpt2.Gpt2Weights;
import org.inferscope.model.gpt2.HookPoint;
import org.inferscope.model.gpt2.Site;
import org.inferscope.tensor.Matrix;

/**
 * How much one token's logit would change if a part's own addend to the residual stream were
 * replaced and nothing answered to it (direct logit attribution): the final layer norm divides by
 * what it divides by now, so that the logit is linear in what the parts add. Immutable, any thread.
 *
 * <p>With {@code x} the last residual stream, {@code g} the final gain and {@code w} the token's
 * row of the unembedding, an addend {@code r} gives {@code r · v}, where {@code v} is {@code g ⊙ w
 * / sqrt(var(x) + epsilon)} less its own mean; a head's addend is what it read times its rows of
 * the projection, {@code z · (Wo v)}.
 */
final class DirectPaths {
  private final Gpt2Config config;
  private final double[] changes;

  private DirectPaths(Gpt2Config config, double[] changes) {
    this.config = config;
    this.changes = changes;
  }

  /** Whether a pass has kept what this is computed from. */
  static boolean canBeRead(Gpt2Trace trace) {
    Gpt2Config config = trace.config();
    boolean all = trace.has(new HookPoint(Site.RESID_POST, config.layers() - 1));
    for (int layer = 0; layer < config.layers(); layer++) {
      all &= trace.has(new HookPoint(Site.Z, layer));
      all &= trace.has(new HookPoint(Site.MLP_OUT, layer));
    }
    return all;
  }

  /**
   * The addends of one part's change: for each number of its own, how much it changes when the
   * stand-in takes its place, and what that weighs in the logit.
   */
  static final class Addends {
    private final int first;
    private final double[] changes;
    private final double[] weights;

    private Addends(int first, double[] changes, double[] weights) {
      this.first = first;
      this.changes = changes;
      this.weights = weights;
    }

    /** The column of the first number among its token's. */
    int first() {
      return first;
    }

    int size() {
      return changes.length;
    }

    double change(int j) {
      return changes[j];
    }

    double weight(int j) {
      return weights[j];
    }
  }

  /** The addends of a head or an MLP; where weights may be read, D/H · D of them. */
  static Addends addends(
      Gpt2Weights weights, Gpt2Trace trace, int position, int id, Fill fill, Part part) {
    Gpt2Config config = weights.config();
    double[] v = direction(weights, trace, position, id);
    if (part instanceof Part.Mlp mlp) {
      HookPoint added = new HookPoint(Site.MLP_OUT, mlp.layer());
      return new Addends(0, change(trace.values(added), position, fill), v);
    }
    Part.Head head = (Part.Head) part;
    double[] read = change(trace.values(new HookPoint(Site.Z, head.layer())), position, fill);
    int first = head.head() * config.headWidth();
    double[] own = Arrays.copyOfRange(read, first, first + config.headWidth());
    double[] weigh = new double[own.length];
    for (int j = 0; j < own.length; j++) {
      weigh[j] = dot(projection(weights, head.layer(), first + j), v);
    }
    return new Addends(first, own, weigh);
  }

  /** A row of the layer after attention: what a number that a head read becomes. */
  private static float[] projection(Gpt2Weights weights, int layer, int row) {
    int width = weights.config().width();
    String name = "h." + layer + ".attn.c_proj.weight";
    return ParameterRows.read(weights, name, (long) row * width, width);
  }

  /** Computes them all; where weights may be read, L·D·D of them. */
  static DirectPaths of(Gpt2Weights weights, Gpt2Trace trace, int position, int id, Fill fill) {
    Gpt2Config config = weights.config();
    double[] v = direction(weights, trace, position, id);
    double[] changes = new double[config.layers() * (config.heads() + 1)];
    for (int layer = 0; layer < config.layers(); layer++) {
      int first = layer * (config.heads() + 1);
      double[] read = change(trace.values(new HookPoint(Site.Z, layer)), position, fill);
      for (int j = 0; j < config.width(); j++) { // Wo v, row by row of the projection.
        if (read[j] != 0) {
          changes[first + j / config.headWidth()] +=
              read[j] * dot(projection(weights, layer, j), v);
        }
      }
      double[] added = change(trace.values(new HookPoint(Site.MLP_OUT, layer)), position, fill);
      for (int j = 0; j < added.length; j++) {
        changes[first + config.heads()] += added[j] * v[j];
      }
    }
    return new DirectPaths(config, changes);
  }

  /** What a logit changes by for each unit of each dimension of the residual stream. */
  private static double[] direction(Gpt2Weights weights, Gpt2Trace trace, int position, int id) {
    Gpt2Config config = weights.config();
    float[] gain = ParameterRows.vector(weights, "ln_f.weight");
    float[] row = ParameterRows.unembedding(weights, id);
    HookPoint last = new HookPoint(Site.RESID_POST, config.layers() - 1);
    float[] x = trace.values(last).row(position);
    double mean = 0;
    for (float each : x) {
      mean += each / (double) x.length;
    }
    double variance = 0;
    for (float each : x) {
      variance += (each - mean) * (each - mean) / x.length;
    }
    double deviation = Math.sqrt(variance + config.epsilon());
    double[] v = new double[x.length];
    double middle = 0;
    for (int j = 0; j < v.length; j++) {
      v[j] = gain[j] * (double) row[j] / deviation;
      middle += v[j] / v.length;
    }
    for (int j = 0; j < v.length; j++) {
      v[j] -= middle;
    }
    return v;
  }

  /** What replacing a row of some values adds to it: its stand-in less itself. */
  private static double[] change(Matrix values, int position, Fill fill) {
    double[] change = new double[values.cols()];
    for (int j = 0; j < change.length; j++) {
      double mean = 0;
      for (int t = 0; t < values.rows() && fill == Fill.MEAN; t++) {
        mean += values.get(t, j) / (double) values.rows();
      }
      change[j] = mean - values.get(position, j);
    }
    return change;
  }

  private static double dot(float[] row, double[] v) {
    double sum = 0;
    for (int i = 0; i < row.length; i++) {
      sum += row[i] * v[i];
    }
    return sum;
  }

  /** How much the logit would change without a head or an MLP. */
  double change(Part part) {
    if (part instanceof Part.Head head) {
      return changes[head.layer() * (config.heads() + 1) + head.head()];
    }
    if (part instanceof Part.Mlp mlp) {
      return changes[mlp.layer() * (config.heads() + 1) + config.heads()];
    }
    throw new IllegalArgumentException("adds nothing of its own: " + part);
  }
}
