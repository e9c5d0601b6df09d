package org.inferscope.model.gpt2.whatif;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.inferscope.compute.InferscopeException;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.Term;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.gpt2.Gpt2Trace;
import org.inferscope.model.gpt2.Gpt2Weights;
import org.inferscope.model.gpt2.HookPoint;
import org.inferscope.model.gpt2.Site;
import org.inferscope.model.gpt2.explain.Gpt2Ref;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** Explains how much a token changes when one part is taken away. */
final class ChangePart {
  private final Gpt2Trace trace;
  private final Gpt2Weights weights;
  private final Optional<Importance> importance;
  private final IntFunction<String> tokenText;

  ChangePart(
      Gpt2Trace trace,
      Gpt2Weights weights,
      Optional<Importance> importance,
      IntFunction<String> tokenText) {
    this.trace = trace;
    this.weights = weights;
    this.importance = importance;
    this.tokenText = tokenText;
  }

  boolean knows(WhatIfRef.Change ref) {
    return importance
        .filter(made -> made.before().id() == ref.id())
        .filter(made -> made.sweep().position() == ref.position())
        .filter(
            made ->
                !(ref.part() instanceof Part.Token)
                    && ref.part().isIn(weights.config(), trace.tokens())
                    && !Double.isNaN(made.change(ref.part(), ref.measure())))
        .isPresent();
  }

  private Importance known() {
    return importance.orElseThrow(() -> new IllegalArgumentException("no sweep has been made"));
  }

  String label(WhatIfRef.Change ref) {
    String word = tokenText.apply(ref.id());
    return switch (ref.measure()) {
      case LOG_PROBABILITY -> Texts.get("whatifmodel.change.log", word);
      case LOGIT -> Texts.get("whatifmodel.change.logit", word);
      case DIRECT -> Texts.get("whatifmodel.change.direct", word);
    };
  }

  private static String name(Part part) {
    return part instanceof Part.Head head
        ? Texts.get("whatifmodel.head", head.head(), head.layer())
        : Texts.get("whatifmodel.mlp", ((Part.Mlp) part).layer());
  }

  Explanation explain(WhatIfRef.Change ref) {
    if (ref.measure() != Measure.DIRECT) {
      return measured(ref);
    }
    try {
      return direct(ref);
    } catch (InferscopeException e) { // The model's file is no longer what it was.
      return unreadable(ref, e.sentence());
    }
  }

  private Explanation unreadable(WhatIfRef.Change ref, String why) {
    double value = known().direct(ref.part());
    return new Explanation(
        ref,
        label(ref),
        Texts.get("whatifmodel.change.unreadable", why),
        value,
        value,
        "",
        "",
        "",
        List.of(),
        List.of(),
        others(ref));
  }

  /** The number of the pass without the part less that of the pass with it. */
  private Explanation measured(WhatIfRef.Change ref) {
    Effect effect =
        known()
            .effect(ref.part())
            .orElseThrow(() -> new IllegalArgumentException("not taken away: " + ref));
    boolean isLog = ref.measure() == Measure.LOG_PROBABILITY;
    double after = isLog ? effect.logProbability() : effect.logit();
    double before =
        isLog ? trace.logits(ref.position()).logProbability(ref.id()) : known().before().logit();
    ValueRef source =
        isLog
            ? new Gpt2Ref.Probability(ref.position(), ref.id())
            : new Gpt2Ref.Logit(ref.position(), ref.id());
    String formula =
        isLog
            ? Texts.get("whatifmodel.change.log.formula")
            : Texts.get("whatifmodel.change.logit.formula");
    List<Term> terms =
        List.of(
            new Term(
                Texts.get("whatifmodel.change.without"), Numbers.cell(after), after, List.of()),
            new Term(
                Texts.get("whatifmodel.change.with"),
                Numbers.cell(-before),
                -before,
                List.of(source)));
    return new Explanation(
        ref,
        label(ref),
        Texts.get("whatifmodel.change.meaning", name(ref.part()), tokenText.apply(ref.id())),
        effect.of(ref.measure()),
        after - before,
        isLog ? Texts.get("whatifmodel.nats") : "",
        formula,
        Numbers.cell(after) + " − " + Numbers.cell(before),
        terms,
        List.of(source),
        others(ref));
  }

  /** The same part's changes by other measures, as far as they are known. */
  private List<ValueRef> others(WhatIfRef.Change ref) {
    return Arrays.stream(Measure.values())
        .filter(measure -> measure != ref.measure())
        .map(measure -> new WhatIfRef.Change(ref.part(), ref.position(), ref.id(), measure))
        .filter(this::knows)
        .<ValueRef>map(other -> other)
        .toList();
  }

  /** What the part's own values weigh in the logit, each less its stand-in. */
  private Explanation direct(WhatIfRef.Change ref) {
    DirectPaths.Addends addends =
        DirectPaths.addends(
            weights, trace, ref.position(), ref.id(), known().sweep().fill(), ref.part());
    HookPoint point =
        ref.part() instanceof Part.Head head
            ? new HookPoint(Site.Z, head.layer())
            : new HookPoint(Site.MLP_OUT, ((Part.Mlp) ref.part()).layer());
    List<Term> terms = new ArrayList<>();
    List<ValueRef> sources = new ArrayList<>();
    double sum = 0;
    for (int j = 0; j < addends.size(); j++) {
      Gpt2Ref.At read = new Gpt2Ref.At(point, ref.position(), addends.first() + j);
      double each = addends.change(j) * addends.weight(j);
      sum += each;
      terms.add(
          new Term(
              Texts.get("whatifmodel.change.direct.term", addends.first() + j),
              Numbers.cell(addends.change(j)) + " · " + Numbers.cell(addends.weight(j)),
              each,
              List.of(read)));
      sources.add(read);
    }
    return new Explanation(
        ref,
        label(ref),
        Texts.get("whatifmodel.change.direct.meaning", name(ref.part()), tokenText.apply(ref.id())),
        known().direct(ref.part()),
        sum,
        "",
        ref.part() instanceof Part.Head
            ? Texts.get("whatifmodel.change.direct.head")
            : Texts.get("whatifmodel.change.direct.mlp"),
        Numbers.cell(sum),
        terms,
        sources,
        others(ref));
  }
}
