package org.inferscope.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class EndNamesTest {
  private static final Offset<Double> CLOSE = Offset.offset(1e-9);

  @Test
  void namesThatAreFarApartStayLevelWithTheirPoints() {
    assertThat(EndNames.spread(new double[] {20, 50, 90}, 15, 0, 100))
        .containsExactly(new double[] {20, 50, 90}, CLOSE);
  }

  @Test
  void namesOfPointsThatCoincideGoAsFarUpAsDown() {
    assertThat(EndNames.spread(new double[] {50, 50, 50}, 10, 0, 100))
        .containsExactly(new double[] {40, 50, 60}, CLOSE);
  }

  @Test
  void theyStayBesideThePlotAndApart() {
    assertThat(EndNames.spread(new double[] {99, 99.5, 100}, 10, 0, 100))
        .containsExactly(new double[] {75, 85, 95}, CLOSE);
    assertThat(EndNames.spread(new double[] {0, 1}, 10, 0, 100))
        .containsExactly(new double[] {5, 15}, CLOSE);
  }

  @Test
  void tooManyMoveCloser() {
    assertThat(EndNames.spread(new double[] {1, 2, 3, 4}, 30, 0, 100))
        .containsExactly(new double[] {12.5, 37.5, 62.5, 87.5}, CLOSE);
  }
}
