package org.inferscope.model.gpt2.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ExponentialTest {
  @Test
  void agreesWithTheLibrarysToTheLastDigits() {
    Random random = new Random(1);
    for (int i = 0; i < 100_000; i++) {
      double x = -708 * Math.pow(random.nextDouble(), 1 + random.nextInt(12));
      double expected = StrictMath.exp(x);
      assertThat(Exponential.of(x)).isCloseTo(expected, within(1e-15 * expected));
    }
  }

  @Test
  void knowsItsEnds() {
    assertThat(Exponential.of(0)).isEqualTo(1);
    assertThat(Exponential.of(-0.0)).isEqualTo(1);
    assertThat(Exponential.of(-709)).isZero();
    assertThat(Exponential.of(Double.NEGATIVE_INFINITY)).isZero();
  }
}
