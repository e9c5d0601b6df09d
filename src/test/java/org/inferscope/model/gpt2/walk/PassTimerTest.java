package org.inferscope.model.gpt2.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.inferscope.compute.reference.ReferenceBackend;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.gpt2.Gpt2;
import org.inferscope.model.gpt2.Gpt2Config;
import org.inferscope.model.gpt2.Gpt2Trace;
import org.inferscope.model.gpt2.Keep;
import org.inferscope.model.gpt2.Operation;
import org.inferscope.model.gpt2.PassClock;
import org.inferscope.model.gpt2.RandomWeights;
import org.inferscope.model.gpt2.walk.PassCosts.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PassTimerTest {
  private static final Gpt2Config CONFIG = new Gpt2Config(2, 3, 12, 48, 16, 40, 1e-5f);
  private static final List<Integer> IDS = List.of(3, 1, 4, 1);
  private static final Keep ALL = Keep.everything(CONFIG);

  private final ReferenceBackend backend = new ReferenceBackend();
  private Gpt2 model;

  @BeforeEach
  void load() {
    model = Gpt2.load(backend, new RandomWeights(CONFIG, 42), () -> {});
  }

  @AfterEach
  void free() {
    model.close();
    backend.close();
  }

  @Test
  void theClockIsToldOfAllOperationsInTheOrderOfTheWalk() {
    List<WalkStep> told = new ArrayList<>();
    List<WalkStep> open = new ArrayList<>();
    model.trace(
        IDS,
        ALL,
        () -> {},
        new PassClock() {
          @Override
          public void begins(Operation operation, int layer) {
            assertThat(open).isEmpty();
            open.add(new WalkStep(operation, layer));
          }

          @Override
          public void ends(Operation operation, int layer) {
            assertThat(open).containsExactly(new WalkStep(operation, layer));
            told.add(open.remove(0));
          }
        });
    Walk walk = new Walk(CONFIG.layers());
    List<WalkStep> expected = new ArrayList<>();
    for (int i = 0; i < walk.size() - 1; i++) {
      expected.add(walk.at(i));
    }
    assertThat(told.stream().distinct()).containsExactlyElementsOf(expected);
    assertThat(told).filteredOn(step -> step.operation() == Operation.MIX).hasSize(2 * 3);
  }

  @Test
  void aClockChangesNoNumber() {
    Gpt2Trace without = model.trace(IDS, ALL, List.of(), () -> {});
    Gpt2Trace with =
        model.trace(
            IDS,
            ALL,
            () -> {},
            new PassClock() {
              @Override
              public void begins(Operation operation, int layer) {}

              @Override
              public void ends(Operation operation, int layer) {}
            });
    assertThat(with.next().logits()).containsExactly(without.next().logits());
  }

  @Test
  void takesTheMedianOfWhatEachStepTookInAllItsPieces() {
    AtomicLong now = new AtomicLong();
    // Each look at the clock is one millisecond after the one before.
    PassTimes times =
        new PassTimer(() -> now.addAndGet(1_000_000))
            .measure(model, IDS, 3, Keep.Logits.ALL, () -> {});
    assertThat(times.passes()).isEqualTo(3);
    assertThat(times.millis(new WalkStep(Operation.QKV, 1))).isEqualTo(1);
    assertThat(times.millis(new WalkStep(Operation.SCORES, 0))).isEqualTo(3);
    assertThat(times.millis(WalkStep.of(Operation.POSITIONS))).isEqualTo(2);
    assertThat(times.millis(WalkStep.of(Operation.PROBABILITIES))).isZero();
    assertThat(times.layer(0)).isEqualTo(9 + 3 * 3);
    assertThat(times.total()).isEqualTo(3 + 2 * 18 + 2);
    assertThat(times.all(new WalkStep(Operation.UP, 0))).containsExactly(1.0, 1.0, 1.0);
  }

  @Test
  void timesAreExplainedByTheirPasses() {
    AtomicLong now = new AtomicLong();
    PassTimes times =
        new PassTimer(() -> now.addAndGet(1_000_000))
            .measure(model, IDS, 2, Keep.Logits.LAST, () -> {});
    CostExplainer explainer = new CostExplainer(new PassCosts(CONFIG, 4, 1), Optional.of(times));
    WalkStep step = new WalkStep(Operation.SCORES, 1);
    assertThat(explainer.explain(new CostRef.Millis(step)).substituted())
        .isEqualTo("median of 3, 3 = 3");
    Explanation share = explainer.explain(new CostRef.TimeShare(step, Scope.LAYER));
    assertThat(share.exact()).isCloseTo(100.0 * 3 / 18, within(1e-9));
    Explanation pass = explainer.explain(new CostRef.AllMillis(Scope.PASS, 0));
    assertThat(pass.exact()).isEqualTo(times.total());
    assertThat(pass.terms()).hasSize(2 + 2 + 2);
    pass.sources().forEach(source -> assertThat(explainer.knows(source)).isTrue());
  }
}
