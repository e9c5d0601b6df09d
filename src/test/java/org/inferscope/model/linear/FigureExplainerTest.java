package org.inferscope.model.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.Term;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.linear.LinearRef.Figure;
import org.inferscope.model.linear.LinearRef.Weight;
import org.inferscope.tensor.DType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FigureExplainerTest {
  private final FigureExplainer explainer =
      new FigureExplainer(LinearSnapshot.of(FigureLayers.notebook(), Inputs.notebook(4)));

  private static Figure figure(int batch, DType dtype, LayerQuantity quantity) {
    return new Figure(LayerCost.of(FigureLayers.notebook(), batch, dtype), quantity);
  }

  private Explanation explain(int batch, DType dtype, LayerQuantity quantity) {
    return explainer.explain(figure(batch, dtype, quantity));
  }

  @Test
  void bytesMovedAreThoseOfFourMatrices() {
    Explanation bytes = explain(32, DType.FP32, LayerQuantity.BYTES_MOVED);
    assertThat(bytes.formula()).isEqualTo("(O·I + O + T·I + T·O) · bytes per number");
    assertThat(bytes.substituted()).isEqualTo("(3·4 + 3 + 32·4 + 32·3)·4 = 956");
    assertThat(bytes.terms()).extracting(Term::label).containsExactly("W", "b", "X", "Y");
    assertThat(bytes.terms())
        .extracting(Term::contribution)
        .containsExactly(48.0, 12.0, 512.0, 384.0);
    assertThat(bytes.terms().get(2).numbers()).isEqualTo("32·4·4");
    assertThat(bytes.unit()).isEqualTo("bytes");
  }

  @Test
  void bytesPerRowShareTheWeightsAndKeepTheRowsOwnNumbers() {
    Explanation row = explain(32, DType.FP32, LayerQuantity.BYTES_PER_ROW);
    assertThat(row.substituted()).isEqualTo("956 / 32 = 29.88");
    assertThat(row.terms()).extracting(Term::contribution).containsExactly(1.5, 0.375, 16.0, 12.0);
    assertThat(row.terms().get(0).numbers()).isEqualTo("12·4 / 32");
  }

  @Test
  void flopsAreMultipliesAndAddsAndThoseOfTheBias() {
    Explanation flops = explain(32, DType.FP32, LayerQuantity.FLOPS_BATCH);
    assertThat(flops.substituted()).isEqualTo("2·32·3·4 = 768");
    assertThat(flops.terms())
        .extracting(Term::label, Term::numbers, Term::contribution)
        .containsExactly(
            tuple("multiplies", "32·3·4", 384.0),
            tuple("adds", "32·3·(4 − 1)", 288.0),
            tuple("adds of b", "32·3", 96.0));
    assertThat(explain(32, DType.FP32, LayerQuantity.FLOPS_ONE).substituted())
        .isEqualTo("2·3·4 = 24");
  }

  @Test
  void aLastByteThatIsFilledUpIsSaid() {
    Explanation bytes = explain(1, DType.INT4, LayerQuantity.BYTES);
    assertThat(bytes.formula()).isEqualTo("Parameters · bytes per number");
    assertThat(bytes.substituted()).isEqualTo("15·0.5 = 7.5, filled up to 8");
    assertThat(bytes.terms())
        .extracting(Term::label)
        .containsExactly("W", "b", "last byte filled up");
  }

  @Test
  void intensityIsFlopsOverBytes() {
    Explanation intensity = explain(32, DType.FP32, LayerQuantity.INTENSITY);
    assertThat(intensity.formula()).isEqualTo("FLOPs for the batch / Bytes moved");
    assertThat(intensity.substituted()).isEqualTo("768 / 956 = 0.8033 FLOPs/byte");
    assertThat(intensity.sources())
        .containsExactly(
            figure(32, DType.FP32, LayerQuantity.FLOPS_BATCH),
            figure(32, DType.FP32, LayerQuantity.BYTES_MOVED));
  }

  @ParameterizedTest
  @EnumSource(LayerQuantity.class)
  void termsOfEveryFigureAddUp(LayerQuantity quantity) {
    for (DType dtype : DType.values()) {
      for (int batch : new int[] {1, 2, 7, 32}) {
        Explanation explanation = explain(batch, dtype, quantity);
        assertThat(explanation.error()).isZero();
        assertThat(explanation.meaning()).doesNotContain("!");
        if (!explanation.terms().isEmpty()) {
          FigureLayers.assertTermsAddUpToTheValue(explanation);
        }
      }
    }
  }

  @Test
  void everyTrailEndsAtSizesAndTheFormat() {
    Deque<ValueRef> open = new ArrayDeque<>();
    for (LayerQuantity quantity : LayerQuantity.values()) {
      open.add(figure(7, DType.INT4, quantity));
    }
    Set<ValueRef> leaves = new HashSet<>();
    Set<ValueRef> seen = new HashSet<>();
    while (!open.isEmpty()) {
      ValueRef next = open.remove();
      if (seen.add(next)) {
        assertThat(explainer.handles(next)).isTrue();
        assertThat(explainer.knows(next)).isTrue();
        Explanation explanation = explainer.explain(next);
        assertThat(explanation.subject()).isEqualTo(next);
        assertThat(explainer.label(next)).isEqualTo(explanation.title());
        explanation.terms().forEach(term -> open.addAll(term.sources()));
        open.addAll(explanation.sources());
        if (explanation.isLeaf()) {
          leaves.add(next);
        }
      }
    }
    assertThat(leaves)
        .containsExactlyInAnyOrderElementsOf(
            List.of(
                figure(7, DType.INT4, LayerQuantity.INPUTS),
                figure(7, DType.INT4, LayerQuantity.OUTPUTS),
                figure(7, DType.INT4, LayerQuantity.BATCH),
                figure(7, DType.INT4, LayerQuantity.BYTES_PER_NUMBER)));
  }

  @Test
  void knowsOnlyFiguresOfTheLayerOnScreen() {
    LayerCost other = new LayerCost(5, 3, 1, DType.FP32);
    assertThat(explainer.knows(new Figure(other, LayerQuantity.BYTES))).isFalse();
    assertThat(explainer.handles(new Figure(other, LayerQuantity.BYTES))).isTrue();
    assertThat(explainer.handles(new Weight(0, 0))).isFalse();
    assertThat(explainer.knows(new Weight(0, 0))).isFalse();
  }
}
