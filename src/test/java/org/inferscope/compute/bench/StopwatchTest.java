package org.inferscope.compute.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** With a clock that only goes on when the work says so. */
class StopwatchTest {
  private static final Duration MS = Duration.ofMillis(1);

  private long now;
  private int runs;

  private Timing measure(Plan plan, double... msOfEachRun) {
    return new Stopwatch(() -> now, () -> {})
        .measure(
            () -> now += (long) (1e6 * msOfEachRun[Math.min(runs++, msOfEachRun.length - 1)]),
            plan);
  }

  private static Plan plan(int reps, Duration limit) {
    return new Plan(reps, limit, Duration.ZERO, Duration.ZERO);
  }

  @Test
  void theFirstRunWarmsUpAndDoesNotCount() {
    Timing timing = measure(plan(5, Duration.ofHours(1)), 100, 3, 1, 5, 2, 4);
    assertThat(timing).isEqualTo(Timing.of(3, 1, 5, 2, 4));
  }

  @Test
  void theMedianOfAnEvenNumberLiesBetweenTheMiddleTwo() {
    Timing timing = measure(plan(4, Duration.ofHours(1)), 100, 1, 2, 4, 8);
    assertThat(timing.medianMs()).isEqualTo(3);
  }

  @Test
  void samplesStopAtTheLimitAndSaySo() {
    Timing timing = measure(plan(100, MS.multipliedBy(25)), 10);
    assertThat(timing).isEqualTo(new Timing(List.of(10.0, 10.0, 10.0), false));
  }

  @Test
  void atLeastOneSampleIsTaken() {
    assertThat(measure(plan(5, Duration.ZERO), 10)).isEqualTo(new Timing(List.of(10.0), false));
  }

  @Test
  void quickWorkIsRepeatedInsideASample() {
    Plan plan = new Plan(3, Duration.ofHours(1), Duration.ZERO, MS.multipliedBy(2));
    Timing timing = measure(plan, 0.5);
    assertThat(timing.medianMs()).isEqualTo(0.5);
    assertThat(runs).isEqualTo(1 + 3 * 4);
  }

  @Test
  void warmingUpGoesOnForAsLongAsPlanned() {
    measure(new Plan(1, Duration.ofHours(1), MS.multipliedBy(10), Duration.ZERO), 1);
    assertThat(runs).isEqualTo(10 + 1);
  }

  @Test
  void theCheckpointCanGiveUp() {
    Stopwatch stopwatch =
        new Stopwatch(
            () -> now,
            () -> {
              if (runs >= 3) {
                throw new CancellationException();
              }
            });
    assertThatThrownBy(() -> stopwatch.measure(() -> runs++, plan(100, Duration.ofHours(1))))
        .isInstanceOf(CancellationException.class);
    assertThat(runs).isEqualTo(3);
  }
}
