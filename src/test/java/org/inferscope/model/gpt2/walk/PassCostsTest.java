package org.inferscope.model.gpt2.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.Term;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.gpt2.Gpt2Config;
import org.inferscope.model.gpt2.Operation;
import org.inferscope.model.gpt2.walk.PassCosts.Scope;
import org.junit.jupiter.api.Test;

class PassCostsTest {
  private static final Gpt2Config DEMO =
      new Gpt2Config(6, 6, 192, 768, 256, 2048, Gpt2Config.EPSILON);

  private final PassCosts costs = new PassCosts(DEMO, 4, 4);

  @Test
  void countsWhatWasCountedByHand() {
    assertThat(costs.flops(Operation.QKV)).isEqualTo(2.0 * 4 * 192 * 576).isEqualTo(884_736);
    assertThat(costs.flops(Operation.SCORES)).isEqualTo(6 * 2.0 * 4 * 32 * 4).isEqualTo(6_144);
    assertThat(costs.flops(Operation.MIX)).isEqualTo(6_144);
    assertThat(costs.flops(Operation.OUTPUT)).isEqualTo(2.0 * 4 * 192 * 192).isEqualTo(294_912);
    assertThat(costs.flops(Operation.UP)).isEqualTo(2.0 * 4 * 192 * 768).isEqualTo(1_179_648);
    assertThat(costs.flops(Operation.DOWN)).isEqualTo(1_179_648);
    assertThat(costs.flops(Operation.LOGITS)).isEqualTo(2.0 * 4 * 192 * 2048);
    assertThat(costs.flops(Operation.GELU)).isZero();
    assertThat(costs.layerFlops()).isEqualTo(3_551_232);
    assertThat(costs.passFlops()).isEqualTo(6 * 3_551_232 + 3_145_728);
  }

  @Test
  void countsLogitsOnlyOfTokensThatGetSome() {
    assertThat(new PassCosts(DEMO, 4, 1).flops(Operation.LOGITS)).isEqualTo(2.0 * 192 * 2048);
  }

  @Test
  void eachCostIsExplainedDownToTheSizes() {
    CostExplainer explainer = new CostExplainer(costs, Optional.empty());
    Deque<ValueRef> waiting = new ArrayDeque<>();
    PassCosts.PRODUCTS.forEach(
        product -> {
          waiting.add(new CostRef.FlopsShare(product, Scope.PASS));
          waiting.add(new CostRef.Flops(product));
        });
    Set<ValueRef> seen = new HashSet<>();
    while (!waiting.isEmpty()) {
      ValueRef ref = waiting.removeFirst();
      if (seen.add(ref)) {
        Explanation explanation = explainer.explain(ref);
        assertThat(explanation.title()).isEqualTo(explainer.label(ref));
        if (!explanation.terms().isEmpty()) {
          assertThat(explanation.terms().stream().mapToDouble(Term::contribution).sum())
              .isCloseTo(explanation.exact(), within(1e-6));
        }
        waiting.addAll(explanation.sources());
      }
    }
    assertThat(seen)
        .contains(
            new CostRef.Size(CostRef.Letter.WIDTH),
            new CostRef.Size(CostRef.Letter.VOCABULARY),
            new CostRef.AllFlops(Scope.LAYER));
  }

  @Test
  void timesAreNotKnownBeforeTheyAreMeasured() {
    CostExplainer explainer = new CostExplainer(costs, Optional.empty());
    assertThat(explainer.knows(new CostRef.Millis(WalkStep.of(Operation.TOKENS)))).isFalse();
    assertThat(explainer.knows(new CostRef.AllMillis(Scope.PASS, 0))).isFalse();
    assertThat(explainer.knows(new CostRef.Flops(Operation.GELU))).isFalse();
  }
}
