package org.inferscope.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;

import org.inferscope.ui.paint.Brush;
import org.junit.jupiter.api.Test;

class NumberFitTest {
  @Test
  void largeCellsHaveLargeType() {
    assertThat(NumberFit.of(100, 100, 2, 1, 12).size()).isGreaterThan(30);
  }

  @Test
  void theTypeShrinksForLongNumbersToTheFloor() {
    assertThat(NumberFit.of(60, 40, 7, 1, 12).size()).isBetween(12.0, 13.0);
    assertThat(NumberFit.of(40, 40, 7, 1, 12).size()).isEqualTo(12);
  }

  @Test
  void digitsGoWhenTheTypeCannotShrink() {
    assertThat(NumberFit.of(40, 30, 7, 1, 12).text(0.49671f)).isEqualTo("0.497");
    assertThat(NumberFit.of(24, 30, 7, 1, 12).text(0.49671f)).isEqualTo("0.5");
    assertThat(NumberFit.of(24, 30, 7, 1, 12).text(12345f)).isEqualTo("12k");
  }

  @Test
  void aNumberThatDoesNotFitAtAllIsLeftToColour() {
    assertThat(NumberFit.of(12, 30, 7, 1, 12).text(-123f)).isEmpty();
    assertThat(NumberFit.of(60, 8, 2, 1, 12).text(1f)).isEmpty();
  }

  @Test
  void noTextIsWiderThanItsCell() {
    for (float value : new float[] {0, -7, 12, -119, 0.1f, -0.12345f, 12345, 1e9f, -2.5e-7f}) {
      for (int width = 8; width < 120; width++) {
        NumberFit fit = NumberFit.of(width, 30, 7, 1, 12);
        double text = fit.text(value).length() * fit.size() * Brush.DIGIT_ASPECT;
        assertThat(text).as("%s in %s px", value, width).isLessThanOrEqualTo(width);
      }
    }
  }
}
