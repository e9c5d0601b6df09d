package org.inferscope.model.gpt2.weights;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.inferscope.model.explain.Explainer;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.gpt2.explain.Gpt2Ref;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/**
 * Explains what is said of parameters, down to single weights, which the explainer of the pass
 * knows. Immutable; for any thread on which the weights may be read.
 */
public final class WeightsExplainer implements Explainer {
  private final List<ParameterFacts> parameters;
  private final Map<String, WeightStats> stats;
  private final Optional<Explainer> pass;

  /**
   * An explainer of a model's parameters.
   *
   * @param stats of those whose numbers were read, by name
   * @param pass explains weights; empty while there is none
   */
  public WeightsExplainer(
      List<ParameterFacts> parameters,
      Map<String, WeightStats> stats,
      Optional<? extends Explainer> pass) {
    this.parameters = List.copyOf(parameters);
    this.stats = Map.copyOf(stats);
    this.pass = pass.map(each -> each);
  }

  @Override
  public boolean knows(ValueRef ref) {
    if (ref instanceof WeightRef.Figure figure) {
      return figure.statistic().isOfShape()
          ? ParameterFacts.find(parameters, figure.parameter()).isPresent()
          : stats.containsKey(figure.parameter());
    }
    if (ref instanceof WeightRef.Bin bin) {
      WeightStats of = stats.get(bin.parameter());
      return of != null && bin.bin() >= 0 && bin.bin() < of.bins().size();
    }
    return pass.isPresent() && pass.get().knows(ref);
  }

  @Override
  public String label(ValueRef ref) {
    if (ref instanceof WeightRef.Figure figure) {
      return Texts.get(
          "gpt2weights.explain.figure", figure.statistic().title(), figure.parameter());
    }
    if (ref instanceof WeightRef.Bin bin) {
      EqualBins bins = stats(bin.parameter()).bins();
      return Texts.get(
          "gpt2weights.explain.bin",
          Numbers.cell(bins.edge(bin.bin())),
          Numbers.cell(bins.edge(bin.bin() + 1)));
    }
    return ofPass(ref).label(ref);
  }

  @Override
  public Explanation explain(ValueRef ref) {
    if (ref instanceof WeightRef.Figure figure) {
      return figure.statistic().isOfShape() ? shape(figure) : figure(figure);
    }
    return ref instanceof WeightRef.Bin bin ? bin(bin) : ofPass(ref).explain(ref);
  }

  private Explanation shape(WeightRef.Figure ref) {
    ParameterFacts of =
        ParameterFacts.find(parameters, ref.parameter())
            .orElseThrow(() -> new IllegalArgumentException("no parameter of " + ref));
    double value = ref.statistic().of(of);
    boolean count = ref.statistic() == Statistic.COUNT;
    long all = parameters.stream().mapToLong(ParameterFacts::count).sum();
    String substituted =
        count ? of.shape().text() : Numbers.count(of.count()) + " / " + Numbers.count(all);
    List<ValueRef> sources =
        count ? List.of() : List.of(new WeightRef.Figure(ref.parameter(), Statistic.COUNT));
    return explanation(ref, value, value, count ? "" : "%", substituted, sources);
  }

  private Explanation figure(WeightRef.Figure ref) {
    WeightStats of = stats(ref.parameter());
    double value = ref.statistic().of(of);
    String n = Numbers.count(of.count());
    return switch (ref.statistic()) {
      case MEAN ->
          explanation(
              ref, value, value, "", Numbers.full(value * of.count()) + " / " + n, counted(ref));
      case DEVIATION ->
          explanation(
              ref,
              value,
              value,
              "",
              "√(" + Numbers.full(value * value * of.count()) + " / " + n + ")",
              List.of(
                  new WeightRef.Figure(ref.parameter(), Statistic.MEAN), counted(ref).get(0)));
      case MIN -> extreme(ref, of.min());
      case MAX -> extreme(ref, of.max());
      case COUNT, SHARE -> shape(ref);
    };
  }

  private static List<ValueRef> counted(WeightRef.Figure ref) {
    return List.of(new WeightRef.Figure(ref.parameter(), Statistic.COUNT));
  }

  private Explanation extreme(WeightRef.Figure ref, WeightStats.Extreme extreme) {
    ValueRef weight = new Gpt2Ref.Weight(ref.parameter(), extreme.row(), extreme.col());
    boolean known = pass.isPresent() && pass.get().knows(weight);
    String place =
        Texts.get(
            "gpt2weights.explain.place",
            Numbers.count(extreme.row()),
            Numbers.count(extreme.col()));
    return explanation(
        ref, extreme.value(), extreme.value(), "", place, known ? List.of(weight) : List.of());
  }

  private static Explanation explanation(
      WeightRef.Figure ref,
      double shown,
      double exact,
      String unit,
      String substituted,
      List<ValueRef> sources) {
    return new Explanation(
        ref,
        Texts.get("gpt2weights.explain.figure", ref.statistic().title(), ref.parameter()),
        ref.statistic().meaning(ref.parameter()),
        shown,
        exact,
        unit,
        ref.statistic().formula(),
        substituted,
        List.of(),
        sources);
  }

  private Explanation bin(WeightRef.Bin ref) {
    WeightStats of = stats(ref.parameter());
    EqualBins bins = of.bins();
    double low = bins.edge(ref.bin());
    double high = bins.edge(ref.bin() + 1);
    long count = bins.count(ref.bin());
    boolean last = ref.bin() == bins.size() - 1;
    return new Explanation(
        ref,
        label(ref),
        Texts.get(
            "gpt2weights.explain.bin.meaning",
            ref.parameter(),
            Numbers.count(ref.bin()),
            Numbers.cell(of.gaussian((low + high) / 2))),
        count,
        count,
        "",
        last
            ? Texts.get("gpt2weights.explain.bin.last")
            : Texts.get("gpt2weights.explain.bin.formula"),
        Texts.get(
            "gpt2weights.explain.bin.numbers",
            Numbers.full((float) low),
            last ? "≤" : "<",
            Numbers.full((float) high)),
        List.of(),
        List.of(
            new WeightRef.Figure(ref.parameter(), Statistic.MIN),
            new WeightRef.Figure(ref.parameter(), Statistic.MAX),
            new WeightRef.Figure(ref.parameter(), Statistic.COUNT)));
  }

  private WeightStats stats(String parameter) {
    WeightStats of = stats.get(parameter);
    if (of == null) {
      throw new IllegalArgumentException("the numbers of " + parameter + " were not read");
    }
    return of;
  }

  private Explainer ofPass(ValueRef ref) {
    return pass.orElseThrow(() -> new IllegalArgumentException("nothing explains " + ref));
  }
}
