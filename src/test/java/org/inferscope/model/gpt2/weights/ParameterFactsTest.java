package org.inferscope.model.gpt2.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.gpt2.Gpt2Config;
import org.inferscope.model.gpt2.HookPoint;
import org.inferscope.model.gpt2.RandomWeights;
import org.inferscope.model.gpt2.Site;
import org.junit.jupiter.api.Test;

class ParameterFactsTest {
  private static final Gpt2Config CONFIG = new Gpt2Config(2, 2, 8, 32, 16, 50, 1e-5f);
  private final RandomWeights weights = new RandomWeights(CONFIG, 1);
  private final List<ParameterFacts> all = ParameterFacts.of(weights);

  @Test
  void listsAllParametersWithTheirShares() {
    assertThat(all).hasSize(2 + 12 * 2 + 2);
    assertThat(all.stream().mapToDouble(ParameterFacts::share).sum()).isCloseTo(1, within(1e-12));
    ParameterFacts matrix = ParameterFacts.find(all, "h.1.attn.c_attn.weight").orElseThrow();
    assertThat(matrix.rows()).isEqualTo(8);
    assertThat(matrix.cols()).isEqualTo(24);
    assertThat(matrix.count()).isEqualTo(192);
    assertThat(ParameterFacts.find(all, "ln_f.bias").orElseThrow().rows()).isEqualTo(1);
  }

  @Test
  void knowsWhatALayersMatrixIsMultipliedWith() {
    assertThat(LayerMatrix.of("h.1.mlp.c_proj.bias"))
        .hasValueSatisfying(
            of -> {
              assertThat(of.matrix()).isEqualTo(LayerMatrix.FFN_DOWN);
              assertThat(of.weight()).isEqualTo("h.1.mlp.c_proj.weight");
              assertThat(of.input()).isEqualTo(new HookPoint(Site.POST, 1));
            });
    assertThat(LayerMatrix.of("h.0.attn.c_attn.weight").orElseThrow().input())
        .isEqualTo(new HookPoint(Site.LN1, 0));
    assertThat(LayerMatrix.of("h.0.attn.c_proj.weight").orElseThrow().input())
        .isEqualTo(new HookPoint(Site.Z, 0));
    assertThat(LayerMatrix.of("h.0.mlp.c_fc.weight").orElseThrow().input())
        .isEqualTo(new HookPoint(Site.LN2, 0));
    assertThat(LayerMatrix.of("h.0.ln_1.weight")).isEmpty();
    assertThat(LayerMatrix.of("wte.weight")).isEmpty();
  }

  @Test
  void figuresAreExplained() {
    ParameterFacts matrix = ParameterFacts.find(all, "h.0.mlp.c_fc.weight").orElseThrow();
    WeightStats stats = WeightStats.of(WeightNumbers.of(weights, matrix), () -> {});
    WeightsExplainer explainer =
        new WeightsExplainer(all, Map.of(matrix.name(), stats), Optional.empty());
    for (Statistic statistic : Statistic.values()) {
      WeightRef ref = new WeightRef.Figure(matrix.name(), statistic);
      assertThat(explainer.knows(ref)).isTrue();
      Explanation explanation = explainer.explain(ref);
      assertThat(explanation.substituted()).isNotEmpty();
      assertThat(explanation.sources()).allMatch(explainer::knows);
      assertThat(explanation.shown())
          .isEqualTo(statistic.isOfShape() ? statistic.of(matrix) : statistic.of(stats));
    }
    Explanation bin = explainer.explain(new WeightRef.Bin(matrix.name(), 99));
    assertThat(bin.shown()).isEqualTo((double) stats.bins().count(99));
    assertThat(bin.substituted()).contains("≤ w ≤");
    assertThat(explainer.knows(new WeightRef.Bin(matrix.name(), 100))).isFalse();
    assertThat(explainer.knows(new WeightRef.Figure("wte.weight", Statistic.MEAN))).isFalse();
  }
}
