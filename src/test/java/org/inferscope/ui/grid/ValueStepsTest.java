package org.inferscope.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ValueStepsTest {
  @Test
  void keepsAHundredthOfTheDecadeOfAStep() {
    assertThat(ValueSteps.rounded(1.23456789, 0.01)).isEqualTo(1.2346f);
    assertThat(ValueSteps.rounded(1.23456789, 0.025)).isEqualTo(1.2346f);
    assertThat(ValueSteps.rounded(1.23456789, 0.1)).isEqualTo(1.235f);
    assertThat(ValueSteps.rounded(1.23456789, 3)).isEqualTo(1.23f);
    assertThat(ValueSteps.rounded(123456, 1e4)).isEqualTo(123500f);
  }

  @Test
  void sumsOfStepsHaveNoNoiseInTheirText() {
    double raw = 0.1;
    for (int i = 0; i < 11_000; i++) {
      raw += 0.0001;
      String text = Entry.of(ValueSteps.rounded(raw, 0.01)).text();
      assertThat(text).hasSizeLessThanOrEqualTo(6);
    }
    assertThat(Entry.of(ValueSteps.rounded(raw, 0.01)).text()).isEqualTo("1.2");
  }

  @Test
  void snapsToTenths() {
    assertThat(ValueSteps.snapped(0.2499)).isEqualTo(0.2f);
    assertThat(ValueSteps.snapped(-0.66)).isEqualTo(-0.7f);
    assertThat(Float.floatToRawIntBits(ValueSteps.snapped(-0.01))).as("never −0").isZero();
  }

  @Test
  void staysWithinFloat32() {
    assertThat(ValueSteps.within(1e300)).isEqualTo(Float.MAX_VALUE);
    assertThat(ValueSteps.rounded(Float.MAX_VALUE, 0.01)).isEqualTo(Float.MAX_VALUE);
    assertThat(ValueSteps.rounded(-Float.MAX_VALUE, 1e36)).isEqualTo(-Float.MAX_VALUE);
    assertThat(ValueSteps.snapped(-Float.MAX_VALUE)).isEqualTo(-Float.MAX_VALUE);
  }

  @Test
  void startsAtZeroWhereThereIsNoNumber() {
    assertThat(ValueSteps.start(Float.NaN)).isZero();
    assertThat(ValueSteps.start(Float.NEGATIVE_INFINITY)).isEqualTo(-Float.MAX_VALUE);
  }
}
