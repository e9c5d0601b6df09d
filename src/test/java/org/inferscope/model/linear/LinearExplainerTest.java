package org.inferscope.model.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.Term;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.linear.Layers.Sample;
import org.inferscope.model.linear.LinearRef.Bias;
import org.inferscope.model.linear.LinearRef.CheckDifference;
import org.inferscope.model.linear.LinearRef.Input;
import org.inferscope.model.linear.LinearRef.Output;
import org.inferscope.model.linear.LinearRef.PartialSum;
import org.inferscope.model.linear.LinearRef.Product;
import org.inferscope.model.linear.LinearRef.Rounded;
import org.inferscope.model.linear.LinearRef.TorchDifference;
import org.inferscope.model.linear.LinearRef.Weight;
import org.inferscope.model.matmul.CheckResult;
import org.inferscope.tensor.DType;
import org.inferscope.tensor.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LinearExplainerTest {
  private static final Matrix BATCH = Matrix.of(new float[][] {{1, 2, 3, 4}, {0, 1, 0, -2}});

  private static LinearExplainer notebook(Matrix x) {
    return new LinearExplainer(LinearSnapshot.of(Layers.notebook(), x));
  }

  static Stream<Sample> samples() {
    return Layers.samples();
  }

  private static double sum(Explanation explanation) {
    return explanation.terms().stream().mapToDouble(Term::contribution).sum();
  }

  @Test
  void anOutputIsItsProductsAndItsBias() {
    Explanation y1 = notebook(Inputs.notebook(4)).explain(new Output(0, 0));
    assertThat(y1.title()).isEqualTo("y₁");
    assertThat(y1.meaning())
        .isEqualTo("Row 1 of W times x: 4 products, added up, and the bias b₁.");
    assertThat(y1.formula()).isEqualTo("y₁ = W₁₁·x₁ + W₁₂·x₂ + W₁₃·x₃ + W₁₄·x₄ + b₁");
    assertThat(y1.substituted()).isEqualTo("y₁ = 0.1·1 + 0.2·2 + 0.3·3 + 0.4·4 + 0.01 = 3.01");
    assertThat(y1.shown()).isEqualTo(3.01f);
    assertThat(y1.exact()).isEqualTo(3.010000066831708);
    assertThat(y1.terms()).extracting(Term::label).endsWith("W₁₄·x₄", "b₁");
    assertThat(y1.terms()).extracting(Term::numbers).endsWith("0.4·4", "0.01");
    assertThat(y1.terms().get(1).sources()).containsExactly(new Weight(0, 1), new Input(0, 1));
    assertThat(y1.terms().get(4).sources()).containsExactly(new Bias(0));
    assertThat(y1.sources()).hasSize(9).doesNotHaveDuplicates();
  }

  @Test
  void anOutputOfABatchNamesItsRow() {
    Explanation y22 = notebook(BATCH).explain(new Output(1, 0));
    assertThat(y22.title()).isEqualTo("Y₂₁");
    assertThat(y22.meaning())
        .isEqualTo("Row 2 of X times row 1 of W: 4 products, added up, and the bias b₁.");
    assertThat(y22.substituted())
        .isEqualTo("Y₂₁ = 0.1·0 + 0.2·1 + 0.3·0 + 0.4·(−2) + 0.01 = −0.5900");
    assertThat(y22.sources()).contains(new Input(1, 3));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void termsOfEveryOutputAddUpToTheExactValue(Sample sample) {
    LinearLayer layer = sample.layer();
    LinearExplainer explainer = new LinearExplainer(LinearSnapshot.of(layer, sample.x()));
    int row = sample.x().rows() - 1;
    for (int i = 0; i < layer.outputs(); i++) {
      Explanation output = explainer.explain(new Output(row, i));
      assertThat(output.terms()).hasSize(layer.inputs() + 1);
      assertThat(output.exact()).isCloseTo(sum(output), within(1e-12));
      assertThat(output.shown()).isEqualTo(layer.output(sample.x(), row, i));
      assertThat(output.error()).isLessThan(1e-4);
    }
  }

  @Test
  void aRunningSumHasTheTermsSoFar() {
    LinearExplainer explainer = notebook(Inputs.notebook(4));
    Explanation two = explainer.explain(new PartialSum(0, 1, 2));
    assertThat(two.title()).isEqualTo("y₂ after 2 of 5");
    assertThat(two.substituted()).isEqualTo("y₂ = 0.5·1 + 0.6·2 = 1.7");
    assertThat(two.shown()).isEqualTo(1.7f);
    assertThat(two.exact()).isEqualTo(sum(two));
    Explanation none = explainer.explain(new PartialSum(0, 1, 0));
    assertThat(none.shown()).isZero();
    assertThat(none.isLeaf()).isTrue();
    Explanation all = explainer.explain(new PartialSum(0, 1, 5));
    assertThat(all.shown()).isEqualTo(7.02f);
    assertThat(all.terms()).hasSize(5);
  }

  @Test
  void aProductIsTheShareOfOneInput() {
    LinearExplainer explainer = notebook(Inputs.notebook(4));
    Explanation share = explainer.explain(new Product(0, 0, 1));
    assertThat(share.title()).isEqualTo("W₁₂·x₂");
    assertThat(share.meaning()).isEqualTo("The share that x₂ adds to y₁: the weight W₁₂ times x₂.");
    assertThat(share.substituted()).isEqualTo("0.2·2 = 0.4");
    assertThat(share.shown()).isEqualTo(0.4f);
    assertThat(share.exact()).isEqualTo(0.2f * 2.0);
    assertThat(share.sources()).containsExactly(new Weight(0, 1), new Input(0, 1));
    assertThat(notebook(BATCH).label(new Product(1, 2, 3))).isEqualTo("W₃₄·X₂₄");
  }

  @Test
  void inLowerPrecisionAnOutputIsMadeOfTheNumbersHeld() {
    LinearLayer layer = Layers.notebook();
    Matrix x = Inputs.notebook(4);
    LinearExplainer explainer = new LinearExplainer(Snapshots.inPrecision(layer, x, DType.BF16));
    RoundedLayer rounded = RoundedLayer.of(layer, x, DType.BF16);
    Explanation y1 = explainer.explain(new Output(0, 0));
    assertThat(y1.shown()).isEqualTo(rounded.output(0, 0)).isNotEqualTo(3.01f);
    assertThat(y1.exact()).isEqualTo(layer.exact(x, 0, 0));
    assertThat(y1.meaning()).endsWith("Computed in BF16, from the numbers as BF16 holds them.");
    assertThat(y1.substituted()).startsWith("y₁ = 0.1001·1 + ").endsWith(" = 3.016");
    assertThat(y1.terms().get(0).contribution()).isEqualTo(0.10009765625);
    assertThat(sum(y1)).isCloseTo(y1.shown(), within(Math.ulp(3f) * 65536.0));
    Explanation share = explainer.explain(new Product(0, 0, 0));
    assertThat(share.shown()).isEqualTo(0.10009765625);
    assertThat(share.exact()).isEqualTo(0.1f);
    Explanation half = explainer.explain(new PartialSum(0, 0, 1));
    assertThat(half.shown()).isEqualTo(0.10009765625);
    assertThat(explainer.explain(new PartialSum(0, 0, 5)).shown()).isEqualTo(y1.shown());
  }

  @Test
  void theCheckNamesTheWorstOutput() {
    Matrix y = Layers.notebook().forward(BATCH);
    CheckResult check = new CheckResult(y, y.with(1, 2, -1), "OpenBLAS");
    LinearExplainer explainer = new LinearExplainer(Snapshots.checked(BATCH, DType.FP32, check));
    Explanation difference = explainer.explain(new CheckDifference());
    double expected = Math.abs(y.get(1, 2) + 1.0);
    assertThat(difference.title()).isEqualTo("Max abs difference");
    assertThat(difference.meaning()).contains("OpenBLAS", "Y₂₃");
    assertThat(difference.formula()).isEqualTo("|loop − OpenBLAS| at Y₂₃");
    assertThat(difference.substituted()).endsWith(" − (−1)|");
    assertThat(difference.shown()).isEqualTo(expected);
    assertThat(Math.abs(sum(difference))).isEqualTo(difference.shown());
    assertThat(difference.sources()).containsExactly(new Output(1, 2));
  }

  @Test
  void pytorchsDifferenceIsExplainedLikeTheChecks() {
    Matrix y = Layers.notebook().forward(BATCH);
    TorchComparison torch = new TorchComparison(y, y.with(0, 1, 7), "PyTorch 2.7.1", 1e-8);
    LinearExplainer explainer = new LinearExplainer(Snapshots.compared(BATCH, torch));
    Explanation difference = explainer.explain(new TorchDifference());
    assertThat(difference.title()).isEqualTo("Max abs difference to PyTorch");
    assertThat(difference.formula()).isEqualTo("|loop − PyTorch 2.7.1| at Y₁₂");
    assertThat(difference.shown()).isEqualTo(torch.maxAbsDifference());
    assertThat(explainer.knows(new CheckDifference())).isFalse();
  }

  @Test
  void aDifferenceLeadsToTheFp32OutputWhateverIsShown() {
    Matrix y = Layers.notebook().forward(BATCH);
    CheckResult check = new CheckResult(y, y.with(1, 2, 0), "OpenBLAS");
    LinearExplainer explainer = new LinearExplainer(Snapshots.checked(BATCH, DType.INT8, check));
    assertThat(explainer.explain(new CheckDifference()).sources())
        .containsExactly(new Rounded(DType.FP32, 1, 2));
  }

  @Test
  void everySourceIsExplainedDownToTheLeaves() {
    LinearExplainer explainer = notebook(BATCH);
    List<ValueRef> roots = List.of(new Output(1, 2), new PartialSum(0, 0, 3), new Product(1, 1, 1));
    for (ValueRef root : roots) {
      Explanation explanation = explainer.explain(root);
      assertThat(explanation.subject()).isEqualTo(root);
      assertThat(explainer.label(root)).isEqualTo(explanation.title());
      for (ValueRef source : explanation.sources()) {
        Explanation leaf = explainer.explain(source);
        assertThat(leaf.isLeaf()).isTrue();
        assertThat(explainer.label(source)).isEqualTo(leaf.title());
      }
    }
  }

  @Test
  void refusesValuesOutsideTheSnapshot() {
    LinearExplainer explainer = notebook(Inputs.notebook(4));
    List<ValueRef> outside =
        List.of(
            new Output(1, 0),
            new Output(0, 3),
            new Output(-1, 0),
            new PartialSum(0, 0, 6),
            new PartialSum(0, 3, 0),
            new Product(0, 0, 4),
            new Product(0, 3, 0),
            new Weight(3, 0),
            new Weight(0, -1),
            new Bias(3),
            new Input(0, 4),
            new CheckDifference(),
            new TorchDifference());
    for (ValueRef ref : outside) {
      assertThat(explainer.knows(ref)).as("%s", ref).isFalse();
      assertThatIllegalArgumentException()
          .isThrownBy(() -> explainer.explain(ref))
          .withMessageContaining(ref.toString());
    }
  }

  @Test
  void refusesValuesOfAnotherModel() {
    LinearExplainer explainer = notebook(Inputs.notebook(4));
    ValueRef foreign = new ValueRef() {};
    assertThat(explainer.knows(foreign)).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> explainer.explain(foreign));
    assertThatIllegalArgumentException().isThrownBy(() -> explainer.label(foreign));
  }

  @Test
  void namesValuesThatARemovedRowHad() {
    assertThat(notebook(BATCH).label(new Output(7, 0))).isEqualTo("Y₈₁");
  }
}
