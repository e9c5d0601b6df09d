package org.inferscope.model.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.Term;
import org.inferscope.model.linear.LinearRef.Bias;
import org.inferscope.model.linear.LinearRef.Input;
import org.inferscope.model.linear.LinearRef.Output;
import org.inferscope.model.linear.LinearRef.Rounded;
import org.inferscope.model.linear.LinearRef.RoundingError;
import org.inferscope.model.linear.LinearRef.Weight;
import org.inferscope.tensor.DType;
import org.inferscope.tensor.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoundingExplainerTest {
  private final LinearLayer tenth = FigureLayers.of(new double[][] {{0.1, 2}}, new double[] {0.5});
  private final Matrix x = Matrix.of(new double[][] {{1, -3}});
  private final RoundingExplainer explainer = new RoundingExplainer(LinearSnapshot.of(tenth, x));

  @Test
  void anOutputInBf16ShowsTheNumbersAsTheFormatHoldsThem() {
    Explanation y = explainer.explain(new Rounded(DType.BF16, 0, 0));
    assertThat(y.title()).isEqualTo("y₁ in BF16");
    assertThat(y.formula())
        .isEqualTo("y₁ = BF16(BF16(W₁₁)·BF16(x₁) + BF16(W₁₂)·BF16(x₂) + BF16(b₁))");
    assertThat(y.substituted()).isEqualTo("0.1001·1 + 2·(−3) + 0.5 = −5.400 → −5.406");
    assertThat(y.shown()).isEqualTo(-5.40625);
    assertThat(y.exact()).isEqualTo(tenth.exact(x, 0, 0));
    assertThat(y.terms())
        .extracting(Term::label)
        .containsExactly("W₁₁·x₁", "W₁₂·x₂", "b₁", "result rounded to BF16");
    FigureLayers.assertTermsAddUpToTheValue(y);
    assertThat(y.sources())
        .containsExactly(
            new Weight(0, 0), new Input(0, 0), new Weight(0, 1), new Input(0, 1), new Bias(0));
  }

  @Test
  void anOutputInInt8ShowsIntegersAndScales() {
    Explanation y = explainer.explain(new Rounded(DType.INT8, 0, 0));
    assertThat(y.formula())
        .isEqualTo("y₁ = scale of W·scale of x·(q(W₁₁)·q(x₁) + q(W₁₂)·q(x₂)) + b₁");
    assertThat(y.substituted()).isEqualTo("0.01575·0.02362·(6·42 + 127·(−127)) + 0.5 = −5.406");
    assertThat(y.meaning()).contains("row 1 of W is 0.01575").contains("that of x is 0.02362");
    assertThat(y.terms().get(0).numbers()).isEqualTo("6·42·3.720e−4");
    FigureLayers.assertTermsAddUpToTheValue(y);
  }

  @Test
  void anErrorIsTracedToTheNumbersThatWereRounded() {
    Explanation error = explainer.explain(new RoundingError(DType.BF16, 0, 0));
    assertThat(error.title()).isEqualTo("Error of y₁ in BF16");
    assertThat(error.formula()).isEqualTo("y₁ in BF16 − y₁ in float64");
    assertThat(error.substituted()).startsWith("−5.40625 − (−5.39999999").endsWith(" = −0.006250");
    Term first = error.terms().get(0);
    assertThat(first.label()).isEqualTo("W₁₁·x₁");
    assertThat(first.numbers()).isEqualTo("0.100097656·1 − 0.1·1");
    assertThat(first.contribution()).isEqualTo(0.10009765625 - (double) 0.1f);
    assertThat(first.sources()).containsExactly(new Weight(0, 0), new Input(0, 0));
    assertThat(error.terms().get(1).contribution()).isZero();
    assertThat(error.terms().get(2).contribution()).isZero();
    assertThat(error.terms().get(3).contribution()).isEqualTo(-0.00634765625, within(1e-6));
    FigureLayers.assertTermsAddUpToTheValue(error);
    assertThat(error.sources()).startsWith(new Rounded(DType.BF16, 0, 0)).endsWith(new Bias(0));
  }

  @ParameterizedTest
  @EnumSource(
      value = DType.class,
      names = {"FP32", "BF16", "FP16", "INT8"})
  void termsAddUpOnRandomLayersInEveryFormat(DType dtype) {
    LinearLayer layer = FigureLayers.random(5, 40, 7);
    Matrix inputs = FigureLayers.matrix(6, 3, 40);
    RoundingExplainer random = new RoundingExplainer(LinearSnapshot.of(layer, inputs));
    RoundedLayer rounded = RoundedLayer.of(layer, inputs, dtype);
    for (int row = 0; row < 3; row++) {
      for (int i = 0; i < 7; i++) {
        Explanation y = random.explain(new Rounded(dtype, row, i));
        assertThat(y.shown()).isEqualTo(rounded.output(row, i));
        FigureLayers.assertTermsAddUpToTheValue(y);
        Explanation error = random.explain(new RoundingError(dtype, row, i));
        assertThat(error.shown()).isEqualTo(rounded.error(row, i));
        FigureLayers.assertTermsAddUpToTheValue(error);
        assertThat(y.error()).isEqualTo(Math.abs(error.shown()));
      }
    }
    assertThat(random.label(new Rounded(dtype, 2, 3))).isEqualTo("Y₃₄ in " + dtype.label());
  }

  @Test
  void longSumsAreWrittenShort() {
    LinearLayer layer = FigureLayers.random(5, 64, 1);
    RoundingExplainer wide =
        new RoundingExplainer(LinearSnapshot.of(layer, FigureLayers.matrix(6, 1, 64)));
    Explanation y = wide.explain(new Rounded(DType.FP32, 0, 0));
    assertThat(y.formula())
        .isEqualTo("y₁ = W₁₁·x₁ + W₁₂·x₂ + W₁₃·x₃ + W₁₄·x₄ + W₁₅·x₅ + W₁₆·x₆ + … + W₁,₆₄·x₆₄ + b₁");
    assertThat(y.terms()).hasSizeGreaterThanOrEqualTo(65);
    FigureLayers.assertTermsAddUpToTheValue(y);
  }

  @Test
  void anOverflowIsTracedToWhatOverflowed() {
    LinearLayer layer = FigureLayers.of(new double[][] {{70000, 1}});
    RoundingExplainer large =
        new RoundingExplainer(LinearSnapshot.of(layer, Matrix.of(new double[][] {{1, 1}})));
    Explanation error = large.explain(new RoundingError(DType.FP16, 0, 0));
    assertThat(error.shown()).isInfinite();
    assertThat(error.terms())
        .extracting(Term::contribution)
        .containsExactly(Double.POSITIVE_INFINITY, 0.0, 0.0);
  }

  @Test
  void knowsOnlyWhatLiesInside() {
    assertThat(explainer.knows(new Rounded(DType.FP16, 0, 0))).isTrue();
    assertThat(explainer.knows(new Rounded(DType.FP16, 1, 0))).isFalse();
    assertThat(explainer.knows(new Rounded(DType.FP16, 0, 1))).isFalse();
    assertThat(explainer.knows(new Rounded(DType.INT4, 0, 0))).isFalse();
    assertThat(explainer.knows(new RoundingError(DType.INT8, 0, 0))).isTrue();
    assertThat(explainer.knows(new RoundingError(DType.INT8, -1, 0))).isFalse();
    assertThat(explainer.handles(new Output(0, 0))).isFalse();
  }
}
