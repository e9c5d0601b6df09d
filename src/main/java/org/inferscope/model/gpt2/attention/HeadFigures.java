package org.inferscope.model.gpt2.attention;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.inferscope.model.gpt2.Gpt2Trace;
import org.inferscope.model.gpt2.HookPoint;
import org.inferscope.model.gpt2.Site;
import org.inferscope.tensor.Args;

/** The figures of all heads in one prompt. Immutable, any thread. */
public final class HeadFigures {
  private final int heads;
  private final CountedPairs pairs;
  private final Map<HeadFigure, Double> chance;
  private final List<HeadValues> values;

  private HeadFigures(
      int heads, CountedPairs pairs, Map<HeadFigure, Double> chance, List<HeadValues> values) {
    this.heads = heads;
    this.pairs = pairs;
    this.chance = chance;
    this.values = List.copyOf(values);
  }

  /**
   * A head of a model.
   *
   * @param layer from 0
   * @param head from 0
   */
  public record Head(int layer, int head) {
    /** As it is written: "3.2". */
    public String label() {
      return layer + "." + head;
    }
  }

  /**
   * Whether a pass has the weights of all heads.
   *
   * @param trace any
   */
  public static boolean areIn(Gpt2Trace trace) {
    for (int layer = 0; layer < trace.config().layers(); layer++) {
      if (!trace.has(new HookPoint(Site.PATTERN, layer))) {
        return false;
      }
    }
    return true;
  }

  /** How many weights a pass has, above the diagonal none. */
  public static long weights(Gpt2Trace trace) {
    long tokens = trace.tokens();
    long heads = (long) trace.config().layers() * trace.config().heads();
    return heads * tokens * (tokens + 1) / 2;
  }

  /**
   * Measures all heads.
   *
   * @param trace one that {@link #areIn}
   * @param check called before each head; what it throws ends the work
   */
  public static HeadFigures of(Gpt2Trace trace, Runnable check) {
    CountedPairs pairs = CountedPairs.of(trace.ids());
    Map<HeadFigure, Double> chance = HeadValues.measure(AttentionRows.uniform(), pairs);
    List<HeadValues> values = new ArrayList<>();
    for (int layer = 0; layer < trace.config().layers(); layer++) {
      for (int head = 0; head < trace.config().heads(); head++) {
        check.run();
        values.add(HeadValues.of(rows(trace, layer, head), pairs, chance));
      }
    }
    return new HeadFigures(trace.config().heads(), pairs, chance, values);
  }

  /** The weights of a head. */
  public static AttentionRows rows(Gpt2Trace trace, int layer, int head) {
    HookPoint point = new HookPoint(Site.PATTERN, layer);
    return query -> trace.pairs(point, head, query);
  }

  /** L. */
  public int layers() {
    return values.size() / heads;
  }

  /** H. */
  public int heads() {
    return heads;
  }

  /** Which pairs of tokens are counted. */
  public CountedPairs pairs() {
    return pairs;
  }

  /** The figures of a head. */
  public HeadValues of(int layer, int head) {
    Args.index(head, heads, "head");
    return values.get(Args.index(layer, layers(), "layer") * heads + head);
  }

  /**
   * What a head that looks at all visible tokens alike has; empty where nothing can be computed.
   */
  public OptionalDouble chance(HeadFigure figure) {
    Double value = chance.get(figure);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** How many heads have a tag. */
  public int count(HeadTag tag) {
    return (int) values.stream().filter(each -> each.tags().contains(tag)).count();
  }

  /** All heads, the one with the largest figure first; equals and what has none in their order. */
  public List<Head> ranked(HeadFigure figure) {
    List<Head> ranked = new ArrayList<>(all());
    ranked.sort(
        Comparator.comparingDouble(
            (Head each) ->
                -of(each.layer, each.head).value(figure).orElse(Double.NEGATIVE_INFINITY)));
    return ranked;
  }

  private List<Head> all() {
    List<Head> all = new ArrayList<>();
    for (int layer = 0; layer < layers(); layer++) {
      for (int head = 0; head < heads; head++) {
        all.add(new Head(layer, head));
      }
    }
    return all;
  }

  /** The mean of a figure over the heads of a layer; empty where it cannot be computed. */
  public OptionalDouble layerMean(int layer, HeadFigure figure) {
    double sum = 0;
    for (int head = 0; head < heads; head++) {
      OptionalDouble value = of(layer, head).value(figure);
      if (value.isEmpty()) {
        return value;
      }
      sum += value.getAsDouble();
    }
    return OptionalDouble.of(sum / heads);
  }
}
