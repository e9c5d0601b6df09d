package org.inferscope.model.gpt2.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.inferscope.model.gpt2.Distribution;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  /** Logits that give these probabilities, whatever is added to all of them. */
  private static Distribution of(double... probabilities) {
    float[] logits = new float[probabilities.length];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = (float) (Math.log(probabilities[i]) + 3);
    }
    return Distribution.of(logits);
  }

  @Test
  void tellsTheDivergenceOfDistributionsMadeByHand() {
    Comparison comparison = new Comparison(of(0.5, 0.5), of(0.25, 0.75));
    double expected = 0.5 * Math.log(2) + 0.5 * Math.log(2.0 / 3);
    assertThat(comparison.nats()).isCloseTo(expected, within(1e-7));
    assertThat(Comparison.bits(comparison.nats()))
        .isCloseTo(0.5 + 0.5 * (1 - Math.log(3) / Math.log(2)), within(1e-6));
    assertThat(comparison.addend(0)).isCloseTo(0.5 * Math.log(2), within(1e-7));
    assertThat(comparison.addend(0) + comparison.addend(1))
        .isCloseTo(comparison.nats(), within(1e-12));
  }

  @Test
  void isZeroWhereNothingChanged() {
    Comparison same = new Comparison(of(0.2, 0.3, 0.5), of(0.2, 0.3, 0.5));
    assertThat(same.nats()).isZero();
    assertThat(same.top(3)).allSatisfy(row -> assertThat(row.change()).isZero());
  }

  @Test
  void showsTheMostProbableOfBothAsFarAsThereIsRoom() {
    Comparison comparison =
        new Comparison(of(0.5, 0.3, 0.15, 0.04, 0.01), of(0.04, 0.01, 0.15, 0.3, 0.5));
    assertThat(comparison.top(4)).extracting(Comparison.Row::id).containsExactly(0, 4, 1, 3);
    assertThat(comparison.top(3)).extracting(Comparison.Row::id).containsExactly(0, 4);
    assertThat(comparison.top(50)).hasSize(5);
    assertThat(comparison.row(4).change()).isCloseTo(0.49, within(1e-6));
    assertThatThrownBy(() -> comparison.top(1)).hasMessageContaining("room");
  }
}
