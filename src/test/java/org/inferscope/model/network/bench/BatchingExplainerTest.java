package org.inferscope.model.network.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.inferscope.compute.bench.MlpDims;
import org.inferscope.compute.bench.MlpResult.Measured;
import org.inferscope.compute.bench.MlpResult.MlpCase;
import org.inferscope.compute.bench.MlpResult.Phase;
import org.inferscope.compute.bench.MlpResult.TooSlow;
import org.inferscope.compute.bench.Timing;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.Term;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.network.bench.BatchingRef.Inputs;
import org.inferscope.model.network.bench.BatchingRef.Operations;
import org.inferscope.model.network.bench.BatchingRef.PerInput;
import org.inferscope.model.network.bench.BatchingRef.Rate;
import org.inferscope.model.network.bench.BatchingRef.SpeedUp;
import org.inferscope.model.network.bench.BatchingRef.Total;
import org.inferscope.model.network.bench.BatchingRef.Width;
import org.junit.jupiter.api.Test;

class BatchingExplainerTest {
  private static final MlpDims DIMS = MlpDims.NOTEBOOK;
  private static final MlpCase SINGLE = new MlpCase(DIMS, Phase.SINGLE, 1000);
  private static final MlpCase BATCH = new MlpCase(DIMS, Phase.BATCH, 1000);
  private static final MlpCase OF_64 = new MlpCase(DIMS, Phase.CURVE, 64);

  private final BatchingRun run =
      new BatchingRun(DIMS, "OpenBLAS", "a processor", List.of())
          .with(new Measured(SINGLE, Timing.of(180, 170, 175, 200, 190)))
          .with(new Measured(BATCH, Timing.of(15, 14, 18, 14.5, 16)))
          .with(new Measured(OF_64, Timing.of(1.28, 1, 2, 1.1, 1.5)));

  private final BatchingExplainer explainer = new BatchingExplainer(run);

  @Test
  void theSpeedUpIsOneTimeOverTheOther() {
    Explanation speedUp = explainer.explain(new SpeedUp());
    assertThat(speedUp.shown()).isEqualTo(12);
    assertThat(speedUp.substituted()).isEqualTo("180.0 ms / 15.00 ms");
    assertThat(speedUp.sources()).containsExactly(new Total(SINGLE), new Total(BATCH));
    assertThat(speedUp.unit()).isEqualTo("times");
  }

  @Test
  void timesComeFromTheClock() {
    Explanation total = explainer.explain(new Total(BATCH));
    assertThat(total.shown()).isEqualTo(15);
    assertThat(total.isLeaf()).isTrue();
    assertThat(total.meaning())
        .contains("5 measurements", "fastest 14.00 ms", "slowest 18.00 ms", "OpenBLAS");
  }

  @Test
  void theTimePerInputIsTheTotalOverTheInputs() {
    Explanation perInput = explainer.explain(new PerInput(OF_64));
    assertThat(perInput.shown()).isEqualTo(0.02);
    assertThat(perInput.substituted()).isEqualTo("1.280 ms / 64");
    assertThat(perInput.sources()).containsExactly(new Total(OF_64), new Inputs(OF_64));
    assertThat(perInput.title()).isEqualTo("Time per input, batch of 64");
  }

  @Test
  void theRateIsOperationsOverTime() {
    Explanation rate = explainer.explain(new Rate(BATCH));
    assertThat(rate.shown()).isEqualTo(3_670_016_000.0 / 15 / 1e6);
    assertThat(rate.substituted()).isEqualTo("3,670,016,000 / 15.00 ms / 1,000,000");
    assertThat(rate.unit()).isEqualTo("GFLOP/s");
  }

  @Test
  void operationsAreTheSumOfTheLayers() {
    Explanation operations = explainer.explain(new Operations(OF_64));
    assertThat(operations.terms()).extracting(Term::numbers).first().isEqualTo("2·64·512·1,024");
    assertThat(operations.terms().stream().mapToDouble(Term::contribution).sum())
        .isEqualTo(operations.shown());
    assertThat(operations.terms().get(2).sources()).containsExactly(new Width(2), new Width(3));
  }

  @Test
  void everyTrailEndsAtAClockOrAChoice() {
    Deque<ValueRef> open = new ArrayDeque<>(List.of(new SpeedUp(), new Rate(OF_64)));
    open.add(new PerInput(SINGLE));
    Set<ValueRef> seen = new HashSet<>();
    while (!open.isEmpty()) {
      ValueRef ref = open.remove();
      if (seen.add(ref)) {
        assertThat(explainer.knows(ref)).isTrue();
        Explanation explanation = explainer.explain(ref);
        assertThat(explanation.title()).isEqualTo(explainer.label(ref)).isNotEmpty();
        assertThat(explanation.meaning()).isNotEmpty();
        assertThat(explanation.error()).isZero();
        assertThat(explanation.isLeaf()).isEqualTo(explanation.formula().isEmpty());
        open.addAll(explanation.sources());
      }
    }
    assertThat(seen).contains(new Width(0), new Width(3), new Inputs(OF_64), new Total(SINGLE));
  }

  @Test
  void whatWasNotMeasuredIsNotKnown() {
    BatchingRun none =
        new BatchingRun(DIMS, "", "", List.of(new TooSlow(SINGLE, Duration.ofMinutes(1))));
    BatchingExplainer empty = new BatchingExplainer(none);
    assertThat(none.leftOut()).hasSize(1);
    assertThat(empty.knows(new SpeedUp())).isFalse();
    assertThat(empty.knows(new Total(SINGLE))).isFalse();
    assertThat(empty.knows(new Width(4))).isFalse();
    assertThat(empty.knows(new ValueRef() {})).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> empty.explain(new Rate(BATCH)));
  }
}
