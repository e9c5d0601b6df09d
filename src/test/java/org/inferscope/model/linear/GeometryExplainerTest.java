package org.inferscope.model.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.Term;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.linear.LinearRef.Bias;
import org.inferscope.model.linear.LinearRef.Geometry;
import org.inferscope.model.linear.LinearRef.Weight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeometryExplainerTest {
  private static GeometryExplainer explainer(LinearLayer layer) {
    return new GeometryExplainer(LinearSnapshot.of(layer, Inputs.notebook(layer.inputs())));
  }

  private static Explanation explain(GeometryQuantity quantity, double[][] w, double... b) {
    LinearLayer layer = FigureLayers.of(w, b.length == 0 ? new double[w.length] : b);
    return explainer(layer).explain(new Geometry(quantity));
  }

  @Test
  void theDeterminantOfThePlaneIsAdMinusBc() {
    Explanation det = explain(GeometryQuantity.DETERMINANT, new double[][] {{2, -1}, {3, 4}});
    assertThat(det.formula()).isEqualTo("det W = W₁₁·W₂₂ − W₁₂·W₂₁");
    assertThat(det.substituted()).isEqualTo("2·4 − (−1)·3 = 11");
    assertThat(det.shown()).isEqualTo(11);
    assertThat(det.terms()).extracting(Term::label).containsExactly("W₁₁·W₂₂", "−W₁₂·W₂₁");
    assertThat(det.terms()).extracting(Term::numbers).containsExactly("2·4", "−(−1)·3");
    assertThat(det.terms()).extracting(Term::contribution).containsExactly(8.0, 3.0);
    assertThat(det.terms().get(1).sources()).containsExactly(new Weight(0, 1), new Weight(1, 0));
    assertThat(det.sources()).hasSize(4);
  }

  @Test
  void theDeterminantOfSpaceHasSixTerms() {
    Explanation det =
        explain(GeometryQuantity.DETERMINANT, new double[][] {{2, 7, 1}, {8, 2, 8}, {1, 8, 2}});
    assertThat(det.formula())
        .isEqualTo(
            "det W = W₁₁·W₂₂·W₃₃ + W₁₂·W₂₃·W₃₁ + W₁₃·W₂₁·W₃₂"
                + " − W₁₃·W₂₂·W₃₁ − W₁₁·W₂₃·W₃₂ − W₁₂·W₂₁·W₃₃");
    assertThat(det.substituted()).isEqualTo("2·2·2 + 7·8·1 + 1·8·8 − 1·2·1 − 2·8·8 − 7·8·2 = −114");
    assertThat(det.terms())
        .extracting(Term::contribution)
        .containsExactly(8.0, 56.0, 64.0, -2.0, -128.0, -112.0);
  }

  @Test
  void theRankCountsSingularValues() {
    Explanation rank = explain(GeometryQuantity.RANK, new double[][] {{3, 0}, {4, 0}});
    assertThat(rank.shown()).isEqualTo(1);
    assertThat(rank.substituted()).isEqualTo("5, 0 against 5·2·1.192e−7 = 1.192e−6: rank 1");
    assertThat(rank.terms())
        .extracting(Term::numbers)
        .containsExactly("5 > 1.192e−6", "0 ≤ 1.192e−6");
    assertThat(rank.terms()).extracting(Term::contribution).containsExactly(1.0, 0.0);
    assertThat(rank.sources())
        .containsExactly(
            new Geometry(GeometryQuantity.SINGULAR_1), new Geometry(GeometryQuantity.SINGULAR_2));
  }

  @Test
  void aSingularValueIsTheLengthThatADirectionGets() {
    Explanation largest = explain(GeometryQuantity.SINGULAR_1, new double[][] {{0, 2}, {-1, 0}});
    assertThat(largest.formula()).isEqualTo("σ₁ = |W·v|");
    assertThat(largest.substituted()).isEqualTo("|W·(0, 1)| = |(2, 0)| = 2");
    assertThat(largest.terms())
        .extracting(Term::label)
        .containsExactly("u₁·W₁₁·v₁", "u₁·W₁₂·v₂", "u₂·W₂₁·v₁", "u₂·W₂₂·v₂");
    assertThat(largest.terms().get(1).contribution()).isEqualTo(2);
    assertThat(largest.terms().get(1).sources()).containsExactly(new Weight(0, 1));
  }

  @Test
  void theShiftIsTheLengthOfB() {
    Explanation shift = explain(GeometryQuantity.SHIFT, new double[][] {{1, 0}, {0, 1}}, 3, -4);
    assertThat(shift.formula()).isEqualTo("|b| = √(b₁² + b₂²)");
    assertThat(shift.substituted()).isEqualTo("√(3² + (−4)²) = 5");
    assertThat(shift.sources()).containsExactly(new Bias(0), new Bias(1));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void termsAddUpAndTrailsEndAtWeightsAndBiases(int n) {
    GeometryExplainer explainer = explainer(FigureLayers.random(n, n, n));
    Set<ValueRef> leaves = new HashSet<>();
    for (GeometryQuantity quantity : GeometryQuantity.values()) {
      Geometry ref = new Geometry(quantity);
      assertThat(explainer.knows(ref)).isEqualTo(quantity.applies(n));
      if (quantity.applies(n)) {
        Explanation explanation = explainer.explain(ref);
        assertThat(explainer.label(ref)).isEqualTo(explanation.title());
        assertThat(explanation.error()).isZero();
        if (!explanation.terms().isEmpty()) {
          FigureLayers.assertTermsAddUpToTheValue(explanation);
        }
        explanation.sources().stream().filter(s -> !explainer.handles(s)).forEach(leaves::add);
      }
    }
    assertThat(leaves).hasSize(n * n + n);
    assertThat(leaves).allMatch(leaf -> leaf instanceof Weight || leaf instanceof Bias);
  }

  @Test
  void aSingularValueOfZeroIsMadeOfNothing() {
    Explanation zero = explain(GeometryQuantity.SINGULAR_2, new double[][] {{1, 2}, {2, 4}});
    assertThat(zero.shown()).isZero();
    assertThat(zero.terms()).extracting(Term::contribution).allMatch(share -> share == 0);
  }

  @Test
  void numbersThatAreNotFiniteAreStillExplained() {
    for (GeometryQuantity quantity :
        List.of(GeometryQuantity.DETERMINANT, GeometryQuantity.RANK, GeometryQuantity.SINGULAR_1)) {
      assertThat(explain(quantity, new double[][] {{Double.NaN, 1}, {1, 1}}).shown()).isNaN();
    }
  }

  @Test
  void knowsNothingOfOtherLayers() {
    GeometryExplainer explainer = explainer(FigureLayers.notebook());
    assertThat(explainer.handles(new Geometry(GeometryQuantity.RANK))).isTrue();
    assertThat(explainer.knows(new Geometry(GeometryQuantity.RANK))).isFalse();
    assertThat(explainer.handles(new Bias(0))).isFalse();
  }
}
