package org.inferscope.model.network.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.Set;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.Term;
import org.inferscope.model.linear.LinearRef;
import org.inferscope.model.network.Ablations;
import org.inferscope.model.network.Activation;
import org.inferscope.model.network.InputBatch;
import org.inferscope.model.network.NetworkPlan;
import org.inferscope.model.network.Trace;
import org.inferscope.model.network.explain.NetworkRef.Bias;
import org.inferscope.model.network.explain.NetworkRef.Input;
import org.inferscope.model.network.explain.NetworkRef.PreActivation;
import org.inferscope.model.network.explain.NetworkRef.Product;
import org.inferscope.model.network.explain.NetworkRef.SoftmaxSum;
import org.inferscope.model.network.explain.NetworkRef.Sum;
import org.inferscope.model.network.explain.NetworkRef.Unit;
import org.inferscope.model.network.explain.NetworkRef.Weight;
import org.inferscope.model.network.preset.Presets;
import org.inferscope.tensor.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NetworkExplainerTest {
  private static final int ONE_AND_ONE = 3;

  private static NetworkExplainer xor(int row) {
    return new NetworkExplainer(Snapshots.of(Presets.xor(), row));
  }

  @Test
  void xorIsExplainedAsByHand() {
    NetworkExplainer explainer = xor(ONE_AND_ONE);
    Explanation y = explainer.explain(new Unit(2, ONE_AND_ONE, 0));
    assertThat(y.title()).isEqualTo("Y₄₁");
    assertThat(y.shown()).isZero();
    assertThat(y.sources()).containsExactly(new PreActivation(1, ONE_AND_ONE, 0));

    Explanation z = explainer.explain(new PreActivation(1, ONE_AND_ONE, 0));
    assertThat(z.formula()).isEqualTo("Z⁽²⁾₄₁ = W⁽²⁾₁₁·H⁽¹⁾₄₁ + W⁽²⁾₁₂·H⁽¹⁾₄₂ + b⁽²⁾₁");
    assertThat(z.substituted()).isEqualTo("1·2 + (−2)·1 + 0 = 0");
    assertThat(z.terms()).extracting(Term::contribution).containsExactly(2.0, -2.0, 0.0);
    assertThat(z.terms().get(1).sources())
        .containsExactly(new Weight(1, 0, 1), new Unit(1, ONE_AND_ONE, 1));

    Explanation h = explainer.explain(new Unit(1, ONE_AND_ONE, 1));
    assertThat(h.formula()).isEqualTo("H⁽¹⁾₄₂ = max(0, Z⁽¹⁾₄₂)");
    assertThat(h.substituted()).isEqualTo("max(0, 1) = 1");

    Explanation sum = explainer.explain(new Sum(0, ONE_AND_ONE, 1));
    assertThat(sum.shown()).isEqualTo(2);
    assertThat(sum.terms()).hasSize(2);
    Explanation bias = explainer.explain(new Bias(0, 1));
    assertThat(bias.isLeaf()).isTrue();
    assertThat(bias.shown()).isEqualTo(-1);
    assertThat(bias.meaning()).contains("set by hand");
  }

  @Test
  void anInputOutOfFocusIsExplainedFromItsOwnNumbers() {
    NetworkExplainer explainer = xor(0);
    assertThat(explainer.explain(new PreActivation(0, ONE_AND_ONE, 0)).shown()).isEqualTo(2);
    assertThat(explainer.explain(new Unit(2, 1, 0)).shown()).isEqualTo(1);
    assertThat(explainer.explain(new Product(0, 1, 0, 1)).shown()).isEqualTo(1);
  }

  @Test
  void leavesSayWhereTheyAreFrom() {
    NetworkSnapshot snapshot = Snapshots.of(Presets.notebook(), 0).with(Optional.of(42L));
    NetworkExplainer explainer = new NetworkExplainer(snapshot);
    assertThat(explainer.explain(new Weight(1, 2, 3)).meaning())
        .contains("unit 4", "unit 3 of layer 2", "Xavier normal, seed 42");
    assertThat(explainer.explain(new Bias(1, 2)).meaning()).contains("starts biases at 0");
    assertThat(explainer.explain(new Input(0, 0)).meaning()).contains("seed 42");
    assertThat(
            new NetworkExplainer(snapshot.with(Optional.<Long>empty()))
                .explain(new Input(0, 0))
                .meaning())
        .contains("by hand");
  }

  @ParameterizedTest
  @EnumSource(Activation.class)
  void shownAndExactAgreeWhateverTheActivation(Activation activation) {
    NetworkPlan plan = Snapshots.small(activation, Activation.TANH);
    NetworkSnapshot snapshot = Snapshots.of(plan, InputBatch.random(5, 3, 3), 1, Ablations.NONE);
    NetworkExplainer explainer = new NetworkExplainer(snapshot);
    for (int row = 0; row < 3; row++) {
      for (int i = 0; i < 4; i++) {
        Explanation unit = explainer.explain(new Unit(1, row, i));
        assertThat(unit.shown()).isEqualTo(snapshot.trace().column(1).get(row, i));
        assertThat(unit.exact()).isCloseTo(unit.shown(), within(1e-6));
        Explanation z = explainer.explain(new PreActivation(0, row, i));
        assertThat(z.exact()).isCloseTo(z.shown(), within(1e-6));
        assertThat(z.terms().stream().mapToDouble(Term::contribution).sum())
            .isCloseTo(z.exact(), within(1e-12));
      }
    }
  }

  @Test
  void theExactValueIsThatOfFloat64() {
    NetworkPlan plan = NetworkPlan.of(200, 2);
    NetworkSnapshot snapshot = Snapshots.of(plan, InputBatch.random(1, 1, 200), 0, Ablations.NONE);
    Trace trace = snapshot.trace();
    double exact = 0;
    for (int j = 0; j < 200; j++) {
      exact += (double) trace.network().layer(0).w().get(1, j) * trace.x().get(0, j);
    }
    Explanation z = new NetworkExplainer(snapshot).explain(new PreActivation(0, 0, 1));
    assertThat(z.exact()).isEqualTo(exact);
    assertThat(z.error()).isPositive().isLessThan(1e-5);
    assertThat(z.formula()).contains("…").endsWith("+ b⁽¹⁾₂");
  }

  @Test
  void ofAWideLayerTheLargestProductsAreToldAndTheRestInOne() {
    NetworkPlan plan = NetworkPlan.of(2000, 1);
    NetworkSnapshot snapshot = Snapshots.of(plan, InputBatch.random(1, 1, 2000), 0, Ablations.NONE);
    Explanation z = new NetworkExplainer(snapshot).explain(new PreActivation(0, 0, 0));
    assertThat(z.terms()).hasSize(Terms.MOST + 1);
    assertThat(z.terms().get(Terms.MOST).label()).isEqualTo("1,489 smaller terms");
    assertThat(z.terms().stream().mapToDouble(Term::contribution).sum())
        .isCloseTo(z.exact(), within(1e-12));
    assertThat(z.sources()).hasSize(2 * 2000 + 1).doesNotHaveDuplicates();
  }

  @Test
  void softmaxIsAShareOfAllExponentials() {
    NetworkPlan plan = Snapshots.small(Activation.RELU, Activation.RELU);
    NetworkSnapshot snapshot = Snapshots.of(plan, InputBatch.random(5, 2, 3), 0, Ablations.NONE);
    NetworkExplainer explainer = new NetworkExplainer(snapshot);
    for (int row = 0; row < 2; row++) {
      Explanation first = explainer.explain(new Unit(3, row, 0));
      Explanation second = explainer.explain(new Unit(3, row, 1));
      assertThat(first.exact() + second.exact()).isCloseTo(1, within(1e-15));
      assertThat(first.exact()).isCloseTo(first.shown(), within(1e-6));
      assertThat(first.sources())
          .containsExactly(new PreActivation(2, row, 0), new SoftmaxSum(2, row));
    }
    Explanation sum = explainer.explain(new SoftmaxSum(2, 0));
    assertThat(sum.terms()).hasSize(2);
    assertThat(sum.terms().stream().mapToDouble(Term::contribution).sum())
        .isCloseTo(sum.exact(), within(1e-15));
    assertThat(explainer.knows(new SoftmaxSum(1, 0))).isFalse();
  }

  @Test
  void whatIsSwitchedOffCountsAsZeroAndSaysSo() {
    Ablations off =
        new Ablations(
            Set.of(new Ablations.Unit(1, 0), new Ablations.Unit(0, 1)),
            Set.of(new Ablations.Link(1, 0, 1)));
    NetworkSnapshot snapshot =
        Snapshots.of(Presets.xor().plan(), Presets.xor().input(), ONE_AND_ONE, off);
    NetworkExplainer explainer = new NetworkExplainer(snapshot);
    Explanation unit = explainer.explain(new Unit(1, ONE_AND_ONE, 0));
    assertThat(unit.shown()).isZero();
    assertThat(unit.exact()).isZero();
    assertThat(unit.isLeaf()).isTrue();
    assertThat(unit.meaning()).contains("switched off", "would give 1.");
    Explanation weight = explainer.explain(new Weight(1, 0, 1));
    assertThat(weight.shown()).isZero();
    assertThat(weight.meaning()).contains("it is −2");
    Explanation input = explainer.explain(new Input(ONE_AND_ONE, 1));
    assertThat(input.shown()).isZero();
    assertThat(input.meaning()).contains("it is set to 1");
    assertThat(explainer.explain(new PreActivation(1, ONE_AND_ONE, 0)).exact()).isZero();
  }

  @Test
  void valuesOutsideTheNetworkAreNotKnown() {
    NetworkExplainer explainer = xor(0);
    assertThat(explainer.knows(new Unit(3, 0, 0))).isFalse();
    assertThat(explainer.knows(new Unit(0, 0, 0))).isFalse();
    assertThat(explainer.knows(new Unit(1, 4, 0))).isFalse();
    assertThat(explainer.knows(new Weight(-1, 0, 0))).isFalse();
    assertThat(explainer.knows(new PreActivation(-1, 0, 0))).isFalse();
    assertThat(explainer.knows(new LinearRef.Bias(0))).isFalse();
    assertThatThrownBy(() -> explainer.explain(new Weight(0, 0, 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Weight");
  }

  @Test
  void aPlanOfAnotherNetworkIsRefused() {
    Trace trace = Snapshots.of(Presets.xor(), 0).trace();
    assertThatThrownBy(() -> NetworkSnapshot.of(NetworkPlan.of(2, 3, 1), trace))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void notANumberIsExplainedToo() {
    InputBatch x = InputBatch.of(Matrix.of(new float[][] {{Float.NaN, 1}}));
    NetworkExplainer explainer =
        new NetworkExplainer(Snapshots.of(Presets.xor().plan(), x, 0, Ablations.NONE));
    Explanation y = explainer.explain(new Unit(2, 0, 0));
    assertThat(y.shown()).isNaN();
    assertThat(y.error()).isZero();
  }
}
