package org.inferscope.tab.roofline.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.inferscope.compute.bench.MatmulResult;
import org.inferscope.compute.bench.MatmulSize;
import org.inferscope.compute.bench.Plan;
import org.inferscope.compute.bench.Timing;
import org.inferscope.io.bench.KeptResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeGuessTest {
  private static final MatmulSize SIZE = new MatmulSize(1000, 1000, 1000);
  private static final Plan PLAN =
      new Plan(7, Duration.ofSeconds(6), Duration.ofMillis(150), Duration.ofMillis(2));

  private final TimeGuess guess = new TimeGuess(PLAN);

  private static KeptResult kept(MatmulResult result) {
    return new KeptResult("a", "A", "cpu", Instant.EPOCH, result);
  }

  @Test
  void whatWasMeasuredTellsWhatTheNextTakes() {
    guess.learn(kept(new MatmulResult.Measured(SIZE, Timing.of(500))));
    // Trying 0.1 s, matrices 0.06 s, one to warm up and seven to count, each half a second.
    assertThat(guess.seconds("a", SIZE)).isBetween(4.0, 4.3);
    // A second each: seven would go beyond six seconds.
    assertThat(guess.seconds("a", new MatmulSize(2000, 1000, 1000))).isBetween(8.0, 8.4);
  }

  @Test
  void whatIsTooSlowTakesOnlyTheTry() {
    guess.learn(kept(new MatmulResult.TooSlow(SIZE, Duration.ofSeconds(10))));
    assertThat(guess.seconds("a", SIZE)).isLessThan(3);
  }

  @Test
  void whatFailsTakesNoTime() {
    guess.learn(kept(new MatmulResult.Failed(SIZE, "gone")));
    assertThat(guess.seconds("a", SIZE)).isLessThan(0.3);
  }

  @ParameterizedTest
  @CsvSource({"0, 1 s", "2.2, 3 s", "12, 10 s", "58, 60 s", "61, 1 min", "150, 3 min"})
  void timesAreToldNoMoreExactlyThanTheyAreKnown(double seconds, String words) {
    assertThat(TimeGuess.words(seconds)).isEqualTo(words);
  }
}
