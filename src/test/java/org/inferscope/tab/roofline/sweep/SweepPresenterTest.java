package org.inferscope.tab.roofline.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.bench.MatmulResult;
import org.inferscope.compute.bench.MatmulSize;
import org.inferscope.io.bench.FreeMemory;
import org.inferscope.io.bench.KeptResult;
import org.inferscope.io.bench.KeptRun;
import org.inferscope.io.bench.RunJson;
import org.inferscope.model.roofline.explain.PointFigure;
import org.inferscope.support.LostSoon;
import org.inferscope.support.NoFiles;
import org.inferscope.tab.roofline.desk.RooflinePresenter;
import org.inferscope.tab.roofline.desk.Selection;
import org.inferscope.tab.roofline.desk.SweepPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepPresenterTest {
  private static final MatmulSize SIZE = new MatmulSize(256, 256, 256);

  private final SweepBench bench = new SweepBench();
  private final RooflinePresenter desk = bench.desk();
  private final SweepPresenter presenter = bench.presenter(desk);

  @TempDir Path folder;

  private KeptRun measure(SweepPresenter of) {
    of.start();
    bench.compute.runAll();
    return of.run().orElseThrow();
  }

  @Test
  void opensOnTheNotebooksSizesAndEveryImplementation() {
    assertThat(presenter.typed()).isEqualTo("64, 128, 256, 512, 1024, 2048");
    assertThat(presenter.measurements()).isEqualTo(6 * 8);
    assertThat(presenter.guess()).isEqualTo("3 min");
    assertThat(presenter.run()).isEmpty();
  }

  @Test
  void goodSizesAreOneStepToUndoAndBadOnesLeaveTheLastGoodInForce() {
    presenter.type("256, 1");
    presenter.type("256, 1x");
    assertThat(presenter.sizeProblems()).hasSize(1);
    assertThat(presenter.typed()).isEqualTo("256, 1x");
    assertThat(presenter.canStart()).isFalse();
    assertThat(desk.state().sweep().sizes()).containsExactly(SIZE, new MatmulSize(1, 1, 1));
    presenter.type("256, 1x8x9");
    assertThat(presenter.canStart()).isTrue();
    desk.history().undo();
    assertThat(presenter.typed()).isEqualTo("64, 128, 256, 512, 1024, 2048");
  }

  @Test
  void whatIsTypedWrongStaysWhenSomethingElseChanges() {
    presenter.type("64, abc");
    presenter.choose("ijk", false);
    assertThat(presenter.typed()).isEqualTo("64, abc");
    presenter.forgetTyped();
    assertThat(presenter.typed()).isEqualTo("64, 128, 256, 512, 1024, 2048");
  }

  @Test
  void implementationsAreLeftOutAndThoseThatAreNotHereAreListed() {
    bench.torch.obstacle = "PyTorch is not in this installation.";
    SweepPresenter other = bench.presenter(desk);
    assertThat(other.measurements()).isEqualTo(6 * 7);
    other.choose("ijk", false);
    other.choose("ikj", false);
    other.choose("ijk", true);
    assertThat(desk.state().sweep().left()).containsExactly("ikj");
    assertThat(other.candidates())
        .filteredOn(each -> !each.isIn())
        .extracting(each -> each.impl().id())
        .containsExactly("ikj", "pytorch");
    KeptRun run = measure(other);
    assertThat(run.results()).extracting(KeptResult::impl).doesNotContain("ikj", "pytorch");
  }

  @Test
  void resultsComeOneByOneAndReachTheOtherViews() {
    List<Integer> counts = new ArrayList<>();
    List<String> steps = new ArrayList<>();
    presenter.listen(
        () -> {
          counts.add(desk.measured().size());
          steps.add(presenter.progress().message());
        });
    KeptRun run = measure(presenter);
    assertThat(counts).isSorted().contains(0, 1, 2, 46, 47);
    assertThat(run.results()).hasSize(48);
    assertThat(run.of("ijk", new MatmulSize(2048, 2048, 2048)).orElseThrow().result())
        .isInstanceOf(MatmulResult.TooSlow.class);
    assertThat(desk.measured()).hasSize(47).isEqualTo(run.points());
    assertThat(steps).anyMatch(words -> words.startsWith("Java, ijk, 64: measurement 1 of 48"));
    assertThat(presenter.isRunning()).isFalse();
    assertThat(run.date()).isEqualTo(SweepBench.DATE);
  }

  @Test
  void aDeviceThatIsLostEndsInOneSentenceAndTheOthersGoOn() {
    LostSoon card = new LostSoon();
    bench.compute.change(card.backend());
    presenter.type("16, 32, 64");
    card.loseAfter(4);
    KeptRun run = measure(presenter);
    assertThat(run.results())
        .filteredOn(each -> each.impl().equals("card"))
        .hasSize(3)
        .allSatisfy(
            each ->
                assertThat(each.result())
                    .isInstanceOfSatisfying(
                        MatmulResult.Failed.class,
                        failed -> assertThat(failed.sentence()).isEqualTo(LostSoon.SENTENCE)));
    assertThat(run.results())
        .filteredOn(each -> !each.impl().equals("card"))
        .hasSize(3 * 8)
        .allSatisfy(each -> assertThat(each.result()).isNotInstanceOf(MatmulResult.Failed.class));
    assertThat(bench.compute.active().device().id()).as("the service knows").isEqualTo("reference");
  }

  @Test
  void progressNeverGoesBackFarAndEndsAtOne() {
    List<Double> fractions = new ArrayList<>();
    presenter.listen(() -> fractions.add(presenter.progress().fraction()));
    measure(presenter);
    assertThat(fractions.get(fractions.size() - 1)).isEqualTo(1);
  }

  @Test
  void cancelKeepsWhatHasBeenMeasured() {
    bench.openblas.beforeRun =
        () -> {
          if (presenter.run().filter(run -> run.results().size() == 12).isPresent()) {
            presenter.cancel();
          }
        };
    KeptRun run = measure(presenter);
    assertThat(run.results()).hasSize(12);
    assertThat(presenter.notice().text()).startsWith("Cancelled.");
    assertThat(presenter.kept()).containsExactly(run);
    assertThat(desk.measured()).hasSize(12);
    assertThat(presenter.canStart()).isTrue();
  }

  @Test
  void aRunCancelledBeforeItsFirstResultLeavesTheLastInSight() {
    KeptRun first = measure(presenter);
    presenter.start();
    presenter.cancel();
    bench.compute.runAll();
    assertThat(presenter.run()).contains(first);
    assertThat(presenter.kept()).containsExactly(first);
  }

  @Test
  void aDeviceThatIsLostLeavesItsPointsAndSaysSo() {
    bench.gpu.lostAbove = 2e8;
    KeptRun run = measure(presenter);
    assertThat(run.of("opencl", SIZE).orElseThrow().point()).isPresent();
    assertThat(run.results())
        .filteredOn(each -> each.result() instanceof MatmulResult.Failed)
        .extracting(KeptResult::impl)
        .containsOnly("opencl")
        .hasSize(3);
    assertThat(presenter.notice())
        .isEqualTo(new SweepPresenter.Notice("OpenCL: The device was lost.", true));
    assertThat(run.of("openblas", new MatmulSize(2048, 2048, 2048)).orElseThrow().point())
        .isPresent();
  }

  @Test
  void aJobThatFailsShowsItsSentence() {
    bench.compute.failWith(new InferscopeException("No memory for threads."));
    presenter.start();
    bench.compute.runAll();
    assertThat(presenter.notice().text()).isEqualTo("No memory for threads.");
    assertThat(presenter.isRunning()).isFalse();
    assertThat(presenter.run()).isEmpty();
  }

  @Test
  void sizesThatDoNotFitAreRefusedByNumberBeforeAnythingStarts() {
    bench.memory = new FreeMemory(500_000_000, 40_000_000);
    presenter.type("64, 8192, 2048");
    presenter.start();
    assertThat(bench.compute.submitted()).isZero();
    assertThat(presenter.notice().isError()).isTrue();
    assertThat(presenter.notice().text().lines())
        .containsExactly(
            "8192 needs 1.074 GB of memory for its matrices, and 40 MB are free. Take it out, or"
                + " make it smaller.",
            "2048 needs 67.11 MB of memory for its matrices, and 40 MB are free. Take it out, or"
                + " make it smaller.");
  }

  @Test
  void onePointIsMeasuredAgainInItsRun() {
    KeptRun before = measure(presenter);
    bench.now = bench.now.plusSeconds(90);
    presenter.rerun("openblas", SIZE);
    bench.compute.runAll();
    KeptRun after = presenter.run().orElseThrow();
    assertThat(after.date()).isEqualTo(before.date());
    assertThat(after.results()).hasSize(48);
    assertThat(after.results())
        .filteredOn(each -> each.date().isAfter(before.date()))
        .extracting(KeptResult::impl, KeptResult::size)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("openblas", SIZE));
    assertThat(presenter.kept()).containsExactly(after);
    presenter.rerun("ijk");
    bench.compute.runAll();
    assertThat(presenter.run().orElseThrow().results())
        .filteredOn(each -> each.date().isAfter(before.date()))
        .hasSize(7);
  }

  @Test
  void aPointOfAnotherMachinesRunIsMeasuredAsANewRun() throws IOException {
    KeptRun here = measure(presenter);
    KeptRun there =
        new KeptRun(here.date().minusSeconds(60), "Another machine", here.jvm(), here.results());
    bench.now = bench.now.plusSeconds(60);
    presenter.show(there);
    presenter.rerun("openblas", SIZE);
    bench.compute.runAll();
    assertThat(presenter.run().orElseThrow().results()).hasSize(1);
    assertThat(presenter.run().orElseThrow().machine()).isEqualTo(here.machine());
  }

  @Test
  void runsAreKeptBetweenStartsAndTheNewestIsShown() throws IOException {
    bench.folder = Optional.of(folder);
    SweepPresenter first = bench.presenter();
    first.open();
    KeptRun one = measure(first);
    bench.now = bench.now.plusSeconds(60);
    KeptRun two = measure(first);
    Files.writeString(folder.resolve("benchmarks").resolve("odd.json"), "no run");

    RooflinePresenter secondDesk = bench.desk();
    SweepPresenter second = bench.presenter(secondDesk);
    assertThat(second.kept()).isEmpty();
    second.open();
    assertThat(second.kept()).containsExactly(two, one);
    assertThat(second.run()).contains(two);
    assertThat(secondDesk.measured()).isEqualTo(two.points());
    assertThat(second.keptProblems()).hasSize(1);
    assertThat(second.keptProblems().get(0)).contains("odd.json");

    second.delete(two);
    assertThat(second.run()).contains(one);
    SweepPresenter third = bench.presenter();
    third.open();
    assertThat(third.kept()).containsExactly(one);
  }

  @Test
  void aFolderThatCannotBeWrittenIsToldAndTheRunStays() throws IOException {
    bench.folder = Optional.of(Files.writeString(folder.resolve("file"), ""));
    SweepPresenter other = bench.presenter();
    KeptRun run = measure(other);
    assertThat(other.run()).contains(run);
    assertThat(other.notice().isError()).isTrue();
    assertThat(other.notice().text()).contains("can't be kept");
  }

  @Test
  void aRunIsHeldAgainstAnotherAndNeverAgainstItself() {
    KeptRun one = measure(presenter);
    bench.now = bench.now.plusSeconds(60);
    KeptRun two = measure(presenter);
    presenter.compare(Optional.of(one));
    assertThat(presenter.compared()).contains(one);
    presenter.show(one);
    assertThat(presenter.compared()).isEmpty();
    presenter.show(two);
    assertThat(presenter.compared()).contains(one);
    presenter.delete(one);
    assertThat(presenter.compared()).isEmpty();
  }

  @Test
  void figuresOpenDownToTheTimedRuns() {
    KeptRun one = measure(presenter);
    bench.now = bench.now.plusSeconds(60);
    measure(presenter);
    presenter.compare(Optional.of(one));
    SweepPoints points = new SweepPoints(presenter);
    KeptResult result = presenter.run().orElseThrow().of("openblas", SIZE).orElseThrow();
    points.explain(result, PointFigure.RATE);
    assertThat(bench.inspector.current().orElseThrow().title()).isEqualTo("Measured speed");
    points.explainSpeedUp(result);
    assertThat(bench.inspector.current().orElseThrow().meaning())
        .startsWith("OpenBLAS 0.3.31, 256: how many times as fast");
    bench.inspector.follow(bench.inspector.current().orElseThrow().sources().get(1));
    assertThat(bench.inspector.current().orElseThrow().sources()).hasSize(7);
  }

  @Test
  void aSelectedPointIsOneSelectionOfTheTab() {
    KeptRun run = measure(presenter);
    KeptResult result = run.of("openblas", SIZE).orElseThrow();
    presenter.select(result);
    assertThat(desk.state().selection()).isEqualTo(new Selection.OfMeasured("openblas", SIZE));
    assertThat(presenter.selected()).contains(result);
  }

  @Test
  void aLessonBringsItsSizes() {
    desk.change(
        state -> state.with(new SweepPlan(List.of(SIZE), List.of("ijk"))), "Open lesson", null);
    assertThat(presenter.typed()).isEqualTo("256");
    assertThat(presenter.measurements()).isEqualTo(7);
  }

  @Test
  void theShownRunIsExported() throws IOException {
    Path file = folder.resolve("run.json");
    bench.files =
        new NoFiles() {
          @Override
          public Optional<Path> toSave(String title, String kind, String name, String ending) {
            return ending.equals("json")
                ? Optional.of(file)
                : Optional.of(folder.resolve("no folder").resolve("run.csv"));
          }
        };
    SweepPresenter other = bench.presenter();
    KeptRun run = measure(other);
    new SweepExport(other).json();
    assertThat(RunJson.read("run.json", Files.readString(file))).isEqualTo(run);
    assertThat(other.notice().text()).contains("run.json");
    new SweepExport(other).csv();
    assertThat(other.notice().isError()).isTrue();
  }
}
