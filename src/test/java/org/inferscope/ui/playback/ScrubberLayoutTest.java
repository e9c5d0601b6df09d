package org.inferscope.ui.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ScrubberLayoutTest {
  @Test
  void aPlaceIsFoundAgainWhereItWasPainted() {
    ScrubberLayout layout = ScrubberLayout.of(500, 28, 12);
    for (double ticks = 0; ticks <= 12; ticks += 0.5) {
      assertThat(layout.ticksAt(layout.xOf(ticks))).isCloseTo(ticks, within(1e-9));
    }
    assertThat(layout.ticksAt(-50)).isZero();
    assertThat(layout.ticksAt(9999)).isEqualTo(12);
  }

  @Test
  void marksTooCloseToTellApartAreLeftOut() {
    int[] marks = new int[200];
    Arrays.setAll(marks, i -> i + 1);
    assertThat(ScrubberLayout.of(300, 28, 200).visible(marks)).isEmpty();
    assertThat(ScrubberLayout.of(3000, 28, 200).visible(marks)).hasSize(199);
  }

  @Test
  void withoutStepsOrWidthItStaysAtTheStart() {
    assertThat(ScrubberLayout.of(500, 28, 0).ticksAt(300)).isZero();
    assertThat(ScrubberLayout.of(0, 28, 12).ticksAt(300)).isZero();
  }
}
