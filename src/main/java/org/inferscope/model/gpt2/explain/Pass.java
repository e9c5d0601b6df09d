package org.inferscope.model.gpt2.explain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.inferscope.model.gpt2.Gpt2Config;
import org.inferscope.model.gpt2.Gpt2Trace;
import org.inferscope.model.gpt2.Gpt2Weights;
import org.inferscope.model.gpt2.HookPoint;
import org.inferscope.model.gpt2.Intervention;
import org.inferscope.model.gpt2.Site;
import org.inferscope.model.gpt2.explain.Gpt2Ref.At;
import org.inferscope.model.gpt2.explain.Gpt2Ref.Pair;
import org.inferscope.tensor.Shape;

/** The numbers of one pass: those that were kept, and the weights. Immutable. */
final class Pass {
  static final String TOKENS = "wte.weight";
  static final String POSITIONS = "wpe.weight";
  private static final String WEIGHT = ".weight";

  private final Gpt2Trace trace;
  private final Gpt2Weights weights;
  private final List<Intervention> interventions;
  private final Map<String, Shape> shapes = new HashMap<>();

  Pass(Gpt2Trace trace, Gpt2Weights weights, List<Intervention> interventions) {
    this.trace = trace;
    this.weights = weights;
    this.interventions = List.copyOf(interventions);
    Gpt2Config config = trace.config();
    config.parameters().forEach(parameter -> shapes.put(parameter.name(), parameter.shape()));
    if (weights.hasUnembedding()) {
      shapes.put(Gpt2Weights.UNEMBEDDING, Shape.of(config.vocabulary(), config.width()));
    }
  }

  Gpt2Trace trace() {
    return trace;
  }

  Gpt2Config config() {
    return trace.config();
  }

  int headWidth() {
    return config().headWidth();
  }

  boolean has(HookPoint point) {
    return trace.has(point);
  }

  boolean has(Site site, int layer) {
    return trace.has(new HookPoint(site, layer));
  }

  boolean isPosition(int position) {
    return position >= 0 && position < trace.tokens();
  }

  boolean isToken(int id) {
    return id >= 0 && id < config().vocabulary();
  }

  boolean isHead(int layer, int head) {
    return layer >= 0 && layer < config().layers() && head >= 0 && head < config().heads();
  }

  boolean hasLogits(int position) {
    return isPosition(position) && trace.hasLogits(position);
  }

  /** Whether there is such a number in passes of this length, kept or not. */
  boolean isPlace(At at) {
    return at.point().layer() < config().layers()
        && !at.point().site().isOfPairs()
        && isPosition(at.position())
        && at.unit() >= 0
        && at.unit() < at.point().site().columns(config());
  }

  /** Where a hidden state lies in the pass, as Hugging Face counts. */
  HookPoint state(int index) {
    if (index == 0) {
      return new HookPoint(Site.RESID_PRE, 0);
    }
    return index == config().layers()
        ? HookPoint.of(Site.LN_FINAL)
        : new HookPoint(Site.RESID_POST, index - 1);
  }

  /** The residual stream after the last block. */
  HookPoint end() {
    return new HookPoint(Site.RESID_POST, config().layers() - 1);
  }

  float value(HookPoint point, int position, int unit) {
    return trace.values(point).get(position, unit);
  }

  float value(At at) {
    return value(at.point(), at.position(), at.unit());
  }

  /** All that a token has at a point. */
  float[] row(HookPoint point, int position) {
    return trace.values(point).row(position);
  }

  /** What a token has at a point of one head [D/H]. */
  float[] headRow(Site site, int layer, int head, int position) {
    float[] part = new float[headWidth()];
    System.arraycopy(
        row(new HookPoint(site, layer), position), head * part.length, part, 0, part.length);
    return part;
  }

  // ---- weights

  /** The shape of a parameter, if there is one of this name. */
  Optional<Shape> shape(String parameter) {
    return Optional.ofNullable(shapes.get(parameter));
  }

  /** Reads a parameter; see {@link WeightReader} for how long. */
  WeightReader read(String parameter) {
    Shape shape = shape(parameter).orElseThrow();
    return WeightReader.of(weights, parameter, shape.dim(shape.rank() - 1));
  }

  /** What logits are multiplied with [V, D]. */
  String unembedding() {
    return weights.hasUnembedding() ? Gpt2Weights.UNEMBEDDING : TOKENS;
  }

  /** The name of a block's parameter: "h.3.attn.c_attn.weight". */
  static String weight(int layer, String module) {
    return "h." + layer + "." + module + WEIGHT;
  }

  static String bias(int layer, String module) {
    return "h." + layer + "." + module + ".bias";
  }

  // ---- what an experiment replaced

  /** What an experiment put in the place of a value; the last of several. */
  Optional<Intervention> replaced(Gpt2Ref ref) {
    Optional<Intervention> last = Optional.empty();
    for (Intervention one : interventions) {
      if (ref instanceof At at ? meets(one, at) : ref instanceof Pair pair && meets(one, pair)) {
        last = Optional.of(one);
      }
    }
    return last;
  }

  private boolean meets(Intervention one, At at) {
    if (!one.at().equals(at.point())) {
      return false;
    }
    Site site = at.point().site();
    int units = site.isOfHeads() ? site.columns(config()) / config().heads() : 0;
    int head = units == 0 ? 0 : at.unit() / units;
    int unit = units == 0 ? at.unit() : at.unit() % units;
    return meets(one.where(), head, at.position(), unit);
  }

  private static boolean meets(Intervention one, Pair pair) {
    return one.at().equals(pair.point())
        && meets(one.where(), pair.head(), pair.query(), pair.key());
  }

  private static boolean meets(Intervention.Selection where, int head, int position, int unit) {
    return where.head().orElse(head) == head
        && where.position().orElse(position) == position
        && where.unit().orElse(unit) == unit;
  }

  /** Whether an experiment replaced any of a token's values at a point. */
  boolean isReplaced(HookPoint point, int position) {
    return interventions.stream()
        .anyMatch(
            one -> one.at().equals(point) && one.where().position().orElse(position) == position);
  }
}
