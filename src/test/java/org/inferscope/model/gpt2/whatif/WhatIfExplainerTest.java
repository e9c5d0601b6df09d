package org.inferscope.model.gpt2.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.inferscope.compute.Backend;
import org.inferscope.compute.openblas.OpenBlasLoader;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.Term;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.gpt2.DemoModel;
import org.inferscope.model.gpt2.Gpt2;
import org.inferscope.model.gpt2.Gpt2Trace;
import org.inferscope.model.gpt2.HookPoint;
import org.inferscope.model.gpt2.Keep;
import org.inferscope.model.gpt2.Rerun;
import org.inferscope.model.gpt2.Site;
import org.inferscope.model.gpt2.explain.Gpt2Explainer;
import org.inferscope.model.gpt2.explain.Gpt2Ref;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WhatIfExplainerTest {
  private static final Keep KEEP =
      new Keep(
          Keep.everywhere(DemoModel.CONFIG, EnumSet.complementOf(EnumSet.of(Site.RESULT))),
          Keep.Logits.ALL);
  private static final List<Integer> PROMPT = List.of(322, 561, 1204, 17);
  private static final int LAST = 3;
  private static final Ablation AWAY =
      new Ablation(List.of(new Part.Head(3, 2), new Part.Mlp(4)), Fill.ZERO);

  private final DemoModel weights = new DemoModel();
  private Backend backend;
  private Gpt2 model;
  private Gpt2Trace before;
  private Gpt2Trace after;

  @BeforeEach
  void trace() {
    backend = new OpenBlasLoader().load();
    model = Gpt2.load(backend, weights, () -> {});
    before = model.trace(PROMPT, KEEP, List.of(), () -> {});
    after = Rerun.trace(model, before, AWAY.interventions(), () -> {});
  }

  @AfterEach
  void close() {
    model.close();
    backend.close();
  }

  private WhatIfExplainer explainer(Optional<Importance> importance) {
    return new WhatIfExplainer(
        new Gpt2Explainer(before, weights, id -> "#" + id),
        before,
        after,
        weights,
        AWAY,
        importance,
        id -> "#" + id);
  }

  @Test
  void numbersOfBothPassesComeFromTheirOwnPass() {
    WhatIfExplainer explainer = explainer(Optional.empty());
    Gpt2Ref.Logit logit = new Gpt2Ref.Logit(LAST, 5);
    Explanation with = explainer.explain(logit);
    Explanation without = explainer.explain(new WhatIfRef.After(logit));
    assertThat(with.shown()).isEqualTo(before.logits(LAST).logit(5));
    assertThat(without.shown()).isEqualTo(after.logits(LAST).logit(5));
    assertThat(without.error()).isLessThan(1e-3);
    assertThat(without.title()).isNotEqualTo(with.title());
    assertThat(without.sources())
        .allMatch(source -> source instanceof WhatIfRef.After || source instanceof Gpt2Ref.Weight);
  }

  @Test
  void canBeFollowedDownToWhatWasTypedAndWhatWasReplaced() {
    WhatIfExplainer explainer = explainer(Optional.empty());
    Deque<ValueRef> open = new ArrayDeque<>();
    open.add(new WhatIfRef.Divergence(LAST));
    Set<Class<?>> kinds = new HashSet<>();
    Set<ValueRef> seen = new HashSet<>();
    for (int looked = 0; looked < 400 && !open.isEmpty(); looked++) {
      ValueRef ref = looked % 2 == 0 ? open.pollLast() : open.pollFirst();
      assertThat(explainer.knows(ref)).as("%s", ref).isTrue();
      Explanation explanation = explainer.explain(ref);
      double scale = Math.max(1, Math.abs(explanation.exact()));
      assertThat(explanation.error() / scale).as("%s", ref).isLessThan(1e-3);
      assertThat(explainer.label(ref)).isNotEmpty();
      kinds.add(ref instanceof WhatIfRef.After of ? of.ref().getClass() : ref.getClass());
      explanation.sources().stream().filter(seen::add).limit(40).forEach(open::add);
    }
    assertThat(kinds)
        .contains(
            WhatIfRef.Divergence.class,
            Gpt2Ref.Probability.class,
            Gpt2Ref.Logit.class,
            Gpt2Ref.At.class);
    Gpt2Ref.At gone = new Gpt2Ref.At(new HookPoint(Site.Z, 3), LAST, 2 * 32 + 7);
    Explanation replaced = explainer.explain(new WhatIfRef.After(gone));
    assertThat(replaced.shown()).isZero();
    assertThat(replaced.sources()).isEmpty();
    assertThat(explainer.explain(gone).sources()).isNotEmpty();
  }

  @Test
  void aDivergenceIsTheSumOfItsLargestAddendsAndTheRest() {
    Explanation explanation = explainer(Optional.empty()).explain(new WhatIfRef.Divergence(LAST));
    double sum = explanation.terms().stream().mapToDouble(Term::contribution).sum();
    assertThat(explanation.shown()).isPositive();
    assertThat(sum).isCloseTo(explanation.shown(), within(1e-9));
    assertThat(explanation.terms()).hasSize(17);
    assertThat(explanation.sources()).hasSize(32);
    assertThat(explanation.unit()).isEqualTo("nats");
  }

  @Test
  void aChangeOfAProbabilityIsTheOneLessTheOther() {
    WhatIfRef.Difference ref = new WhatIfRef.Difference(LAST, 9);
    Explanation explanation = explainer(Optional.empty()).explain(ref);
    assertThat(explanation.shown())
        .isEqualTo(after.logits(LAST).probability(9) - before.logits(LAST).probability(9));
    assertThat(explanation.sources())
        .containsExactly(
            new WhatIfRef.After(new Gpt2Ref.Probability(LAST, 9)),
            new Gpt2Ref.Probability(LAST, 9));
  }

  @Test
  void whatOnePartDoesIsExplainedOnceItIsKnown() {
    Sweep sweep = Sweep.start(DemoModel.CONFIG, LAST, Fill.ZERO);
    while (!sweep.isComplete()) {
      sweep = sweep.step(model, before, () -> {});
    }
    Importance importance = Importance.of(weights, before, sweep, 9);
    WhatIfExplainer explainer = explainer(Optional.of(importance));
    for (Part part : List.of(new Part.Head(5, 2), new Part.Mlp(0))) {
      for (Measure measure : Measure.values()) {
        WhatIfRef.Change ref = new WhatIfRef.Change(part, LAST, 9, measure);
        assertThat(explainer.knows(ref)).isTrue();
        Explanation explanation = explainer.explain(ref);
        assertThat(explanation.shown()).isEqualTo(importance.change(part, measure));
        assertThat(explanation.error()).isLessThan(1e-5);
        double sum = explanation.terms().stream().mapToDouble(Term::contribution).sum();
        assertThat(sum).isCloseTo(explanation.exact(), within(1e-9));
        assertThat(explanation.sources()).allMatch(explainer::knows);
        assertThat(explanation.seeAlso()).hasSize(2);
      }
    }
    WhatIfRef.Change other = new WhatIfRef.Change(new Part.Mlp(0), LAST, 10, Measure.LOGIT);
    assertThat(explainer.knows(other)).isFalse();
    assertThat(explainer(Optional.empty()).knows(other)).isFalse();
    assertThatThrownBy(() -> explainer(Optional.empty()).explain(other))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
