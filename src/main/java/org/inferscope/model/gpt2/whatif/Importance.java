package org.inferscope.model.gpt2.whatif;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.inferscope.model.gpt2.Distribution;
import org.inferscope.model.gpt2.Gpt2Config;
import org.inferscope.model.gpt2.Gpt2Trace;
import org.inferscope.model.gpt2.Gpt2Weights;
import org.inferscope.tensor.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * What each head and each MLP does for one token: what becomes of it when that part alone is taken
 * away, as far as a sweep has come. Immutable, any thread.
 */
public final class Importance {
  private final Gpt2Config config;
  private final Sweep sweep;
  private final Distribution.Scored before;
  private final double logProbability;
  private final float[] row;
  private final @Nullable DirectPaths direct;

  private Importance(
      Gpt2Config config,
      Sweep sweep,
      Distribution.Scored before,
      double logProbability,
      float[] row,
      @Nullable DirectPaths direct) {
    this.config = config;
    this.sweep = sweep;
    this.before = before;
    this.logProbability = logProbability;
    this.row = row;
    this.direct = direct;
  }

  /**
   * What a sweep says of a token; where weights may be read, L·D·D of them.
   *
   * @param trace the pass with all parts, with logits after the sweep's position
   * @param id the token
   */
  public static Importance of(Gpt2Weights weights, Gpt2Trace trace, Sweep sweep, int id) {
    Distribution distribution = trace.logits(sweep.position());
    return new Importance(
        weights.config(),
        sweep,
        distribution.scored(id),
        distribution.logProbability(id),
        ParameterRows.unembedding(weights, id),
        DirectPaths.canBeRead(trace)
            ? DirectPaths.of(weights, trace, sweep.position(), id, sweep.fill())
            : null);
  }

  /** The same token by the same sweep when it has come further. */
  public Importance with(Sweep further) {
    return new Importance(config, further, before, logProbability, row, direct);
  }

  /** How far it is. */
  public Sweep sweep() {
    return sweep;
  }

  /** The token with all parts in place. */
  public Distribution.Scored before() {
    return before;
  }

  /** Whether direct paths are known: not where a pass has kept too little. */
  public boolean hasDirect() {
    return direct != null;
  }

  /** What becomes of the token without a head or an MLP; empty until that has been tried. */
  public Optional<Effect> effect(Part part) {
    if (!sweep.has(part)) {
      return Optional.empty();
    }
    double logit = sweep.logit(part, row);
    double log = logit - sweep.logSum(part);
    return Optional.of(
        new Effect(logit, log, logit - before.logit(), log - logProbability, direct(part)));
  }

  /** How much the logit changes by way of a part's own addend alone; NaN where it is not known. */
  public double direct(Part part) {
    return direct == null ? Double.NaN : direct.change(part);
  }

  /** One of a part's changes; NaN where it is not known. */
  public double change(Part part, Measure measure) {
    return measure == Measure.DIRECT
        ? direct(part)
        : effect(part).map(effect -> effect.of(measure)).orElse(Double.NaN);
  }

  /** A change as layers × (heads, then the MLP); NaN where it is not known. */
  public Matrix changes(Measure measure) {
    return Matrix.generate(
        config.layers(),
        config.heads() + 1,
        (layer, column) -> change(part(layer, column), measure));
  }

  private Part part(int layer, int column) {
    return column == config.heads() ? new Part.Mlp(layer) : new Part.Head(layer, column);
  }

  /** All heads and MLPs, layer by layer. */
  public List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    for (int layer = 0; layer < config.layers(); layer++) {
      for (int column = 0; column <= config.heads(); column++) {
        parts.add(part(layer, column));
      }
    }
    return List.copyOf(parts);
  }

  /** The heads whose change is known, the largest in size first. */
  public List<Part.Head> heads(Measure measure) {
    return parts().stream()
        .filter(Part.Head.class::isInstance)
        .map(Part.Head.class::cast)
        .filter(head -> !Double.isNaN(change(head, measure)))
        .sorted(Comparator.comparingDouble(head -> -Math.abs(change(head, measure))))
        .toList();
  }
}
