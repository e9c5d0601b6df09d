package org.inferscope.compute.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.MatmulImpl;
import org.inferscope.compute.bench.MatmulResult.Failed;
import org.inferscope.compute.bench.MatmulResult.Measured;
import org.junit.jupiter.api.Test;

/** With implementations that compute nothing, by a clock that goes on 2 ms at each look. */
class MatmulSweepTest {
  private static final MatmulSize SMALL = new MatmulSize(2, 2, 2);
  private static final MatmulSize LARGE = new MatmulSize(4, 4, 4);

  private final FakeMatmul first = new FakeMatmul("first");
  private final FakeMatmul second = new FakeMatmul("second");
  private final List<String> heard = new ArrayList<>();
  private long now;
  private boolean cancelled;

  private void sweep() {
    Stopwatch stopwatch =
        new Stopwatch(
            () -> now += 2_000_000,
            () -> {
              if (cancelled) {
                throw new CancellationException();
              }
            });
    Plan plan = new Plan(5, Duration.ofMinutes(1), Duration.ZERO, Duration.ZERO);
    new MatmulSweep(List.of(SMALL, LARGE), List.of(first, second))
        .run(new MatmulBenchmark(stopwatch, plan), new Recorder());
  }

  private final class Recorder implements MatmulSweep.Listener {
    @Override
    public void starts(MatmulImpl impl, MatmulSize size, int number, int total) {
      heard.add(number + "/" + total + " " + impl.id() + " " + size.m());
    }

    @Override
    public void ended(MatmulImpl impl, MatmulResult result) {
      String outcome = result instanceof Failed failed ? failed.sentence() : "measured";
      heard.add(impl.id() + " " + result.size().m() + ": " + outcome);
      assertThat(result instanceof Measured m && m.timing().reps() < 5).isFalse();
    }
  }

  private List<String> ends() {
    return heard.stream().filter(line -> line.contains(":")).toList();
  }

  @Test
  void implementationsTakeTurnsSizeBySizeAndEachResultIsToldAtOnce() {
    sweep();
    assertThat(heard)
        .containsExactly(
            "0/4 first 2",
            "first 2: measured",
            "1/4 second 2",
            "second 2: measured",
            "2/4 first 4",
            "first 4: measured",
            "3/4 second 4",
            "second 4: measured");
    assertThat(first.open + second.open).isZero();
  }

  @Test
  void aDeviceLostWhileMeasuringFailsAndIsNotAskedAgainWhileTheRestGoesOn() {
    int[] runs = {0};
    first.whenRun =
        (size, rows, checkpoint) -> {
          if (++runs[0] == 7) {
            throw new InferscopeException("The card fell off.");
          }
        };
    sweep();
    assertThat(ends())
        .containsExactly(
            "first 2: The card fell off.",
            "second 2: measured",
            "first 4: The card fell off.",
            "second 4: measured");
    assertThat(first.asked).containsExactly("2x2x2");
    assertThat(first.open).isZero();
  }

  @Test
  void whoRunsOutOfMemoryIsAskedAgain() {
    first.whenPrepared =
        size -> {
          if (size.equals(SMALL)) {
            throw new OutOfMemoryError();
          }
        };
    sweep();
    assertThat(ends())
        .startsWith(
            "first 2: There is not enough memory for Fake first at this size.",
            "second 2: measured",
            "first 4: measured");
  }

  @Test
  void anErrorNobodyExpectedFailsInAGeneralSentence() {
    second.whenPrepared =
        size -> {
          throw new NoClassDefFoundError("lib/Missing");
        };
    sweep();
    assertThat(ends())
        .contains(
            "second 2: Fake second failed for an unexpected reason; the details are in the log.",
            "first 4: measured");
    assertThat(second.asked).hasSize(1);
  }

  @Test
  void whatCannotBeUsedHereSaysWhyAndIsNotAsked() {
    first.obstacle = Optional.of("There is no abacus.");
    sweep();
    assertThat(ends()).contains("first 2: There is no abacus.", "second 4: measured");
    assertThat(first.asked).isEmpty();
  }

  @Test
  void cancellingHalfwayThroughAProductKeepsWhatWasToldAndFreesTheProduct() {
    second.whenRun =
        (size, rows, checkpoint) -> {
          cancelled = true;
          checkpoint.run();
        };
    assertThatThrownBy(this::sweep).isInstanceOf(CancellationException.class);
    assertThat(heard).containsExactly("0/4 first 2", "first 2: measured", "1/4 second 2");
    assertThat(second.open).isZero();
  }
}
