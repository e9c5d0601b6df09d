package org.inferscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ViewActionsTest {
  private static final List<Integer> STEPS = List.of(75, 100, 125, 300);

  @Test
  void sizesGoFromStepToStepAndStopAtTheEnds() {
    assertThat(ViewActions.next(STEPS, 100, 1)).isEqualTo(125);
    assertThat(ViewActions.next(STEPS, 100, -1)).isEqualTo(75);
    assertThat(ViewActions.next(STEPS, 300, 1)).isEqualTo(300);
    assertThat(ViewActions.next(STEPS, 75, -1)).isEqualTo(75);
  }

  @Test
  void aSizeBetweenTwoStepsGoesToTheNearestInThatDirection() {
    assertThat(ViewActions.next(STEPS, 110, 1)).isEqualTo(125);
    assertThat(ViewActions.next(STEPS, 110, -1)).isEqualTo(100);
  }
}
