package org.inferscope.tab.network.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.bench.MlpDims;
import org.inferscope.compute.bench.MlpResult;
import org.inferscope.compute.bench.MlpResult.MlpCase;
import org.inferscope.compute.bench.MlpResult.Phase;
import org.inferscope.compute.reference.ReferenceBackend;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.network.NetworkPlan;
import org.inferscope.model.network.bench.BatchingRef;
import org.inferscope.model.network.bench.BatchingRun;
import org.inferscope.support.ManualCompute;
import org.inferscope.tab.network.bench.BatchingPresenter.Subject;
import org.inferscope.ui.inspector.InspectorModel;
import org.junit.jupiter.api.Test;

class BatchingPresenterTest {
  private final BatchingBench bench = new BatchingBench();
  private final BatchingPresenter presenter = bench.presenter;

  @Test
  void measuresTheNotebooksNetworkUntilTheCanvasIsChosen() {
    assertThat(presenter.dims()).isEqualTo(MlpDims.NOTEBOOK);
    presenter.choose(Subject.CANVAS);
    assertThat(presenter.dims()).isEqualTo(new MlpDims(List.of(8, 16, 8, 4)));
    bench.canvas = NetworkPlan.of(3, 2);
    assertThat(presenter.dims()).isEqualTo(new MlpDims(List.of(3, 2)));
  }

  @Test
  void resultsComeOneByOneWhileItRuns() {
    List<Integer> counts = new ArrayList<>();
    presenter.listen(() -> counts.add(presenter.run().map(run -> run.results().size()).orElse(0)));

    presenter.start();
    assertThat(presenter.isRunning()).isTrue();
    assertThat(presenter.run()).isEmpty();
    bench.compute.runAll();

    assertThat(counts).startsWith(0, 0, 1, 2, 3).endsWith(12, 13).isSorted();
    assertThat(presenter.isRunning()).isFalse();
    BatchingRun run = presenter.run().orElseThrow();
    assertThat(run.isComplete()).isTrue();
    assertThat(run.speedUp().orElseThrow()).isBetween(12.0, 14.0);
    assertThat(run.curve()).hasSize(11);
    assertThat(presenter.notice().text()).isEmpty();
  }

  @Test
  void progressIsToldInWords() {
    List<String> words = new ArrayList<>();
    presenter.listen(() -> words.add(presenter.progress().message()));
    presenter.start();
    bench.compute.runAll();
    assertThat(words).contains("step 0", "step 12");
  }

  @Test
  void aCancelledRunKeepsWhatItHasMeasured() {
    bench.pauseAfter = 5;
    bench.pause = presenter::cancel;
    presenter.start();
    bench.compute.runAll();

    assertThat(presenter.isRunning()).isFalse();
    assertThat(presenter.run().orElseThrow().results()).hasSize(5);
    assertThat(presenter.run().orElseThrow().isComplete()).isFalse();
    assertThat(presenter.notice().text()).startsWith("Cancelled.");
    assertThat(presenter.notice().isError()).isFalse();
  }

  @Test
  void aRunCancelledBeforeItsFirstResultLeavesTheLastOneInSight() {
    presenter.start();
    bench.compute.runAll();
    Optional<BatchingRun> first = presenter.run();
    presenter.start();
    presenter.cancel();
    bench.compute.runAll();
    assertThat(presenter.run()).isEqualTo(first);
    assertThat(presenter.isRunning()).isFalse();
  }

  @Test
  void aFailedRunShowsItsSentenceAndCanBeRepeated() {
    bench.compute.failWith(new InferscopeException("The device is gone."));
    presenter.start();
    bench.compute.runAll();
    assertThat(presenter.notice())
        .isEqualTo(new BatchingPresenter.Notice("The device is gone.", true));
    assertThat(presenter.isRunning()).isFalse();
    presenter.start();
    assertThat(presenter.isRunning()).isTrue();
    assertThat(presenter.notice().text()).isEmpty();
  }

  @Test
  void aNetworkTooLargeIsRefusedByNumberBeforeItStarts() {
    bench.room = 10_000_000;
    presenter.start();
    assertThat(bench.compute.submitted()).isZero();
    assertThat(presenter.isRunning()).isFalse();
    assertThat(presenter.notice().isError()).isTrue();
    assertThat(presenter.notice().text())
        .contains("[512, 1024, 1024, 256] with 1,024 inputs")
        .contains("MB of memory", "10 MB");
  }

  @Test
  void aSecondStartWhileItRunsDoesNothing() {
    presenter.start();
    presenter.start();
    assertThat(bench.compute.submitted()).isEqualTo(1);
  }

  @Test
  void figuresOpenInTheInspector() {
    presenter.explain(new BatchingRef.SpeedUp());
    assertThat(bench.inspector.isEmpty()).as("before anything is measured").isTrue();
    presenter.start();
    bench.compute.runAll();
    presenter.explain(new BatchingRef.SpeedUp());
    Explanation shown = bench.inspector.current().orElseThrow();
    assertThat(shown.title()).isEqualTo("Speed-up");
    assertThat(shown.sources()).hasSize(2);
    bench.inspector.follow(shown.sources().get(1));
    assertThat(bench.inspector.crumbs()).containsExactly("Speed-up", "Time, one batch");
  }

  /** Of a network that takes no time. */
  @Test
  void theRealWorkMeasuresEveryCase() {
    ManualCompute compute = new ManualCompute();
    BatchingPresenter real =
        new BatchingPresenter(
            compute, new InspectorModel(), () -> NetworkPlan.of(3, 2), () -> Long.MAX_VALUE);
    real.choose(Subject.CANVAS);
    real.start();
    compute.runAll();
    BatchingRun run = real.run().orElseThrow();
    assertThat(run.results())
        .extracting(MlpResult::measured)
        .containsExactlyElementsOf(BatchingRun.cases(new MlpDims(List.of(3, 2))));
    assertThat(run.results().get(0).measured())
        .isEqualTo(new MlpCase(run.dims(), Phase.SINGLE, 1000));
    assertThat(run.backend()).isEqualTo(new ReferenceBackend().device().backend());
    assertThat(run.speedUp().orElseThrow()).isPositive();
  }
}
