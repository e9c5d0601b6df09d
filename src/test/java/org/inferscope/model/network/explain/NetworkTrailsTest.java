package org.inferscope.model.network.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.inferscope.compute.reference.ReferenceBackend;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.linear.TorchComparison;
import org.inferscope.model.network.Ablations;
import org.inferscope.model.network.Activation;
import org.inferscope.model.network.InputBatch;
import org.inferscope.model.network.NetworkCheck;
import org.inferscope.model.network.NetworkPlan;
import org.inferscope.model.network.Trace;
import org.inferscope.model.network.TracedRun;
import org.inferscope.model.network.explain.NetworkRef.Bias;
import org.inferscope.model.network.explain.NetworkRef.CheckDifference;
import org.inferscope.model.network.explain.NetworkRef.Difference;
import org.inferscope.model.network.explain.NetworkRef.Figure;
import org.inferscope.model.network.explain.NetworkRef.Input;
import org.inferscope.model.network.explain.NetworkRef.Other;
import org.inferscope.model.network.explain.NetworkRef.Product;
import org.inferscope.model.network.explain.NetworkRef.Stat;
import org.inferscope.model.network.explain.NetworkRef.Sum;
import org.inferscope.model.network.explain.NetworkRef.TorchDifference;
import org.inferscope.model.network.explain.NetworkRef.Unit;
import org.inferscope.model.network.explain.NetworkRef.Weight;
import org.inferscope.support.BackendContext;
import org.inferscope.tensor.DType;
import org.junit.jupiter.api.Test;

/** Follows every link from every kind of number down to the leaves. */
class NetworkTrailsTest {
  private static final int ROW = 1;

  private static NetworkSnapshot snapshot() {
    NetworkPlan plan = Snapshots.small(Activation.RELU, Activation.GELU);
    InputBatch x = InputBatch.random(7, 2, 3);
    Ablations off =
        new Ablations(Set.of(new Ablations.Unit(1, 2)), Set.of(new Ablations.Link(1, 0, 1)));
    Trace trace = TracedRun.of(plan, x, ROW, off);
    Trace intact = TracedRun.of(plan, x, ROW, Ablations.NONE);
    List<TorchComparison> torch =
        List.of(
            new TorchComparison(intact.column(1), trace.column(1), "PyTorch", 1e-8),
            new TorchComparison(intact.column(2), trace.column(2), "PyTorch", 1e-8),
            new TorchComparison(intact.column(3), trace.column(3), "PyTorch", 1e-8));
    return NetworkSnapshot.of(plan, trace)
        .with(Optional.of(7L))
        .with(new Comparison(plan, Optional.of(7L), intact, "everything on"))
        .with(new NetworkCheck(trace).run(new BackendContext(new ReferenceBackend())))
        .with(torch);
  }

  private static Deque<ValueRef> everyKind() {
    Deque<ValueRef> open = new ArrayDeque<>();
    for (int i = 0; i < 2; i++) {
      open.addAll(List.of(new Unit(3, ROW, i), new Difference(3, ROW, i), new Unit(3, 0, i)));
    }
    open.addAll(
        List.of(
            new Sum(1, ROW, 0),
            new Product(1, ROW, 2, 2),
            new Difference(0, 0, 0),
            new CheckDifference()));
    for (int l = 0; l < 3; l++) {
      open.add(new TorchDifference(l));
    }
    for (Statistic statistic : Statistic.values()) {
      for (int c = 0; c <= 3; c++) {
        open.add(new Stat(c, statistic));
      }
    }
    for (NetworkQuantity quantity : NetworkQuantity.values()) {
      open.add(new Figure(0, quantity, DType.FP16));
      if (quantity.isOfWhole()) {
        open.add(new Figure(NetworkFigures.WHOLE, quantity, DType.FP32));
      }
    }
    return open;
  }

  @Test
  void everyTrailEndsAtLeavesAndEveryStepHasWords() {
    NetworkExplainer explainer = new NetworkExplainer(snapshot());
    Deque<ValueRef> open = everyKind();
    Set<ValueRef> seen = new HashSet<>();
    while (!open.isEmpty()) {
      ValueRef next = open.remove();
      if (seen.add(next)) {
        check(explainer, next, open);
      }
    }
    assertThat(seen)
        .contains(new Weight(2, 1, 2), new Bias(2, 1), new Input(ROW, 0), new Input(0, 2))
        .contains(new Other(new Weight(1, 0, 1)), new Other(new Input(ROW, 0)));
    assertThat(seen).hasSizeGreaterThan(200);
  }

  private static void check(NetworkExplainer explainer, ValueRef ref, Collection<ValueRef> open) {
    assertThat(explainer.knows(ref)).as(ref.toString()).isTrue();
    Explanation explanation = explainer.explain(ref);
    assertThat(explanation.subject()).isEqualTo(ref);
    assertThat(explanation.title()).isEqualTo(explainer.label(ref)).doesNotContain("!");
    assertThat(explanation.meaning()).isNotBlank().doesNotContain("!", "{");
    assertThat(explanation.error()).as(ref.toString()).isLessThan(1e-5);
    assertThat(explanation.isLeaf()).isEqualTo(explanation.formula().isEmpty());
    explanation.terms().forEach(term -> open.addAll(term.sources()));
    open.addAll(explanation.sources());
  }

  @Test
  void aSwitchedOffWeightIsZeroHereAndItselfInTheRunComparedWith() {
    NetworkSnapshot snapshot = snapshot();
    NetworkExplainer explainer = new NetworkExplainer(snapshot);
    float held = snapshot.trace().network().layer(1).w().get(0, 1);
    assertThat(explainer.explain(new Weight(1, 0, 1)).shown()).isZero();
    assertThat(explainer.explain(new Other(new Weight(1, 0, 1))).shown()).isEqualTo(held);
  }

  @Test
  void aDifferenceIsThatOfTheTwoRuns() {
    NetworkSnapshot snapshot = snapshot();
    Explanation difference = new NetworkExplainer(snapshot).explain(new Difference(3, ROW, 0));
    float ours = snapshot.trace().column(3).get(ROW, 0);
    float theirs = snapshot.compared().orElseThrow().trace().column(3).get(ROW, 0);
    assertThat(difference.shown()).isEqualTo(ours - theirs).isNotZero();
    assertThat(difference.meaning()).contains("everything on");
  }

  @Test
  void withoutASecondRunThereIsNoDifference() {
    NetworkSnapshot alone = NetworkSnapshot.of(snapshot().plan(), snapshot().trace());
    NetworkExplainer explainer = new NetworkExplainer(alone);
    assertThat(explainer.knows(new Difference(3, ROW, 0))).isFalse();
    assertThat(explainer.knows(new Other(new Input(0, 0)))).isFalse();
    assertThat(explainer.knows(new CheckDifference())).isFalse();
    assertThat(explainer.knows(new TorchDifference(0))).isFalse();
  }

  @Test
  void aRunOfAnotherShapeIsComparedWhereColumnsAreTheSame() {
    NetworkSnapshot snapshot = snapshot();
    NetworkPlan other = NetworkPlan.of(3, 4, 5);
    Trace trace = TracedRun.of(other, InputBatch.random(7, 1, 3), 0, Ablations.NONE);
    NetworkExplainer explainer =
        new NetworkExplainer(
            snapshot.with(new Comparison(other, Optional.empty(), trace, "another")));
    assertThat(explainer.knows(new Difference(1, ROW, 0))).isTrue();
    assertThat(explainer.explain(new Difference(1, ROW, 0)).sources())
        .contains(new Other(new Unit(1, 0, 0)));
    assertThat(explainer.knows(new Difference(2, ROW, 0))).isFalse();
    assertThat(explainer.knows(new Difference(3, ROW, 0))).isFalse();
  }
}
