package org.inferscope.model.matmul;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.inferscope.io.hardware.DeviceFile;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.Term;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.hardware.DeviceSpec;
import org.inferscope.model.matmul.MatmulRef.CheckDifference;
import org.inferscope.model.matmul.MatmulRef.CounterAt;
import org.inferscope.model.matmul.MatmulRef.Element;
import org.inferscope.model.matmul.MatmulRef.Entry;
import org.inferscope.model.matmul.MatmulRef.Factor;
import org.inferscope.model.matmul.MatmulRef.Figure;
import org.inferscope.model.matmul.MatmulRef.PartialSum;
import org.inferscope.model.matmul.MatmulRef.RatioAt;
import org.inferscope.tensor.DType;
import org.inferscope.tensor.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MatmulExplainerTest {
  private final Factors notebook = PresetRequest.of(MatmulPreset.NOTEBOOK, 1, 1, 1).make();

  private MatmulExplainer explainer(Algorithm algorithm) {
    return new MatmulExplainer(
        MatmulSnapshot.of(notebook.a(), notebook.b(), MatmulProgram.of(algorithm, 2, 3, 2, 2)));
  }

  @Test
  void anElementIsItsDotProduct() {
    Explanation c11 = explainer(Algorithm.DOT).explain(new Element(0, 0));
    assertThat(c11.title()).isEqualTo("C₁₁");
    assertThat(c11.formula()).isEqualTo("C₁₁ = A₁₁·B₁₁ + A₁₂·B₂₁ + A₁₃·B₃₁");
    assertThat(c11.substituted()).isEqualTo("C₁₁ = 1·7 + 2·9 + 3·11 = 58");
    assertThat(c11.terms()).extracting(Term::contribution).containsExactly(7.0, 18.0, 33.0);
    assertThat(c11.terms().get(1).sources())
        .containsExactly(new Entry(Factor.A, 0, 1), new Entry(Factor.B, 1, 0));
    assertThat(c11.shown()).isEqualTo(58);
    assertThat(c11.error()).isZero();
  }

  @Test
  void aRunningSumHasTheTermsSoFar() {
    Explanation sum = explainer(Algorithm.DOT).explain(new PartialSum(1, 1, 2));
    assertThat(sum.title()).isEqualTo("C₂₂ after 2 of 3");
    assertThat(sum.shown()).isEqualTo(82);
    assertThat(sum.terms()).hasSize(2);
  }

  @Test
  void termsAddUpToTheFloat64ValueAndTheErrorIsItsDistance() {
    Matrix a = Shapes.normal(3, 12, 1);
    Matrix b = Shapes.normal(12, 3, 2);
    MatmulProgram program = MatmulProgram.of(Algorithm.DOT, 3, 12, 3, 1);
    MatmulExplainer explainer = new MatmulExplainer(MatmulSnapshot.of(a, b, program));
    MatmulFrame end = new MatmulRun(a, b, program).frame(program.ticks());
    for (int i = 0; i < 3; i++) {
      Explanation element = explainer.explain(new Element(i, i));
      double sum = element.terms().stream().mapToDouble(Term::contribution).sum();
      assertThat(element.exact()).isCloseTo(sum, within(1e-12));
      assertThat(element.shown()).isEqualTo(end.c(i, i));
      assertThat(element.error())
          .isLessThan(1e-5)
          .isEqualTo(Math.abs(end.c(i, i) - element.exact()));
    }
  }

  @Test
  void anEntryIsWhatWasTyped() {
    Matrix third = Matrix.of(new float[][] {{1 / 3f}});
    MatmulExplainer explainer =
        new MatmulExplainer(
            new MatmulSnapshot(
                third,
                third,
                List.of(List.of("1/3")),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    Explanation typed = explainer.explain(new Entry(Factor.A, 0, 0));
    assertThat(typed.title()).isEqualTo("A₁₁");
    assertThat(typed.meaning()).isEqualTo("Row 1, column 1 of A. Typed as “1/3”.");
    assertThat(typed.exact()).isEqualTo(1 / 3.0);
    assertThat(typed.error()).isBetween(1e-9, 1e-7);
    assertThat(typed.isLeaf()).isTrue();
  }

  @Test
  void anEntryOfAPresetNamesItUntilItIsChanged() {
    PresetRequest request = PresetRequest.of(MatmulPreset.RANDOM_NORMAL, 2, 2, 2);
    Factors factors = request.make();
    MatmulExplainer explainer =
        new MatmulExplainer(
            new MatmulSnapshot(
                factors.a().with(0, 0, 5),
                factors.b(),
                List.of(List.of("5", "x"), List.of("x", "x")),
                List.of(),
                Optional.of(request),
                Optional.empty(),
                Optional.empty()));
    assertThat(explainer.explain(new Entry(Factor.A, 0, 0)).meaning()).contains("Typed as “5”");
    assertThat(explainer.explain(new Entry(Factor.A, 0, 1)).meaning())
        .contains("preset “Random normal” with seed 42");
    assertThat(explainer.explain(new Entry(Factor.B, 1, 1)).meaning()).contains("seed 42");
  }

  @Test
  void aCounterShowsWhatEachGroupAdded() {
    Explanation reads = explainer(Algorithm.DOT).explain(new CounterAt(Counter.READS_A, 7));
    assertThat(reads.shown()).isEqualTo(7);
    assertThat(reads.formula()).isEqualTo("Reads of A, at the end: M·N·K");
    assertThat(reads.substituted()).isEqualTo("7 now, 2·2·3 = 12 at the end");
    assertThat(reads.terms()).extracting(Term::contribution).containsExactly(3.0, 3.0, 1.0);
  }

  @ParameterizedTest
  @EnumSource(Algorithm.class)
  void termsOfEveryCounterAddUp(Algorithm algorithm) {
    MatmulProgram program = MatmulProgram.of(algorithm, 2, 3, 2, 2);
    for (Counter counter : Counter.values()) {
      for (int done = 0; done <= program.ticks(); done++) {
        Explanation explanation = explainer(algorithm).explain(new CounterAt(counter, done));
        double sum = explanation.terms().stream().mapToDouble(Term::contribution).sum();
        assertThat(sum).isEqualTo(explanation.shown());
      }
    }
  }

  @Test
  void readsPerElementAndIntensityFollowFromTheCounters() {
    MatmulExplainer explainer = explainer(Algorithm.DOT);
    Explanation reads = explainer.explain(new RatioAt(Ratio.READS_PER_A, 12));
    assertThat(reads.substituted()).isEqualTo("12 / (2·3) = 2");
    assertThat(reads.sources()).containsExactly(new CounterAt(Counter.READS_A, 12));
    Explanation intensity = explainer.explain(new RatioAt(Ratio.INTENSITY, 12));
    assertThat(intensity.formula()).isEqualTo("(multiplies + adds) / (reads and writes · 4 bytes)");
    assertThat(intensity.substituted()).isEqualTo("(12 + 8) / (28·4) = 0.1786");
    assertThat(intensity.shown()).isEqualTo(20 / 112.0);
    assertThat(explainer.knows(new RatioAt(Ratio.INTENSITY, 13))).isFalse();
  }

  @Test
  void figuresLeadToTheirSizesAndTheDevice() {
    MatmulCost cost = MatmulCost.notebook(DeviceFile.packaged());
    Explanation time = explainer(Algorithm.DOT).explain(new Figure(cost, Quantity.COMPUTE_TIME));
    assertThat(time.substituted()).isEqualTo("46,170,898,432 / 312 TFLOP/s = 0.1480 ms");
    assertThat(time.shown()).isCloseTo(0.1480, within(5e-5));
    assertThat(time.unit()).isEqualTo("ms");
    assertThat(time.sources())
        .containsExactly(new Figure(cost, Quantity.FLOPS), new Figure(cost, Quantity.PEAK));
    Explanation bytes = explainer(Algorithm.DOT).explain(new Figure(cost, Quantity.BYTES));
    assertThat(bytes.terms().stream().mapToDouble(Term::contribution).sum())
        .isEqualTo(bytes.shown());
  }

  @ParameterizedTest
  @EnumSource(Quantity.class)
  void everyFigureHasATextEvenWithoutAPeak(Quantity quantity) {
    DeviceSpec m1 = DeviceFile.packaged().byId("m1").orElseThrow();
    MatmulCost cost = new MatmulCost(new FlopCount(2, 3, 4), DType.FP16, m1);
    Explanation explanation = explainer(Algorithm.DOT).explain(new Figure(cost, quantity));
    assertThat(explanation.title()).isNotBlank().doesNotContain("!");
    assertThat(explanation.meaning()).isNotBlank().doesNotContain("!matmul");
  }

  @Test
  void theCheckNamesTheWorstElement() {
    CheckResult check =
        new CheckResult(
            Matrix.of(new float[][] {{58, 64}, {139, 154}}),
            Matrix.of(new float[][] {{58, 64}, {139, 155}}),
            "OpenBLAS");
    MatmulExplainer explainer =
        new MatmulExplainer(
            new MatmulSnapshot(
                notebook.a(),
                notebook.b(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(check)));
    Explanation difference = explainer.explain(new CheckDifference());
    assertThat(difference.shown()).isEqualTo(1);
    assertThat(difference.substituted()).isEqualTo("|154 − 155|");
    assertThat(difference.sources()).containsExactly(new Element(1, 1));
  }

  @Test
  void everyTrailEndsAtLeaves() {
    MatmulExplainer explainer = explainer(Algorithm.TILED);
    MatmulCost cost = MatmulCost.notebook(DeviceFile.packaged());
    Deque<ValueRef> open = new ArrayDeque<>();
    open.add(new Element(1, 0));
    open.add(new PartialSum(0, 1, 2));
    for (Ratio ratio : Ratio.values()) {
      open.add(new RatioAt(ratio, 5));
    }
    for (Quantity quantity : Quantity.values()) {
      open.add(new Figure(cost, quantity));
    }
    Set<ValueRef> seen = new HashSet<>();
    while (!open.isEmpty()) {
      ValueRef next = open.remove();
      if (seen.add(next)) {
        Explanation explanation = explainer.explain(next);
        assertThat(explanation.subject()).isEqualTo(next);
        assertThat(explainer.label(next)).isEqualTo(explanation.title());
        explanation.terms().forEach(term -> open.addAll(term.sources()));
        open.addAll(explanation.sources());
      }
    }
    assertThat(seen).contains(new Entry(Factor.B, 2, 0), new Figure(cost, Quantity.PEAK));
  }

  @Test
  void refusesValuesOutsideTheSnapshot() {
    MatmulExplainer explainer = explainer(Algorithm.DOT);
    assertThat(explainer.knows(new Element(2, 0))).isFalse();
    assertThat(explainer.knows(new PartialSum(0, 0, 4))).isFalse();
    assertThat(explainer.knows(new CounterAt(Counter.ADDS, 13))).isFalse();
    assertThat(explainer.knows(new CheckDifference())).isFalse();
    assertThatThrownBy(() -> explainer.explain(new Entry(Factor.A, 0, 3)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
