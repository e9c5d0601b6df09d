package org.inferscope.model.matmul;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StepsTest {
  private final Steps steps = new Steps(new int[] {3, 6, 10});

  @Test
  void aPositionInsideAStepBelongsToIt() {
    assertThat(steps.stepAt(0)).isZero();
    assertThat(steps.stepAt(2)).isZero();
    assertThat(steps.stepAt(3)).isEqualTo(1);
    assertThat(steps.stepAt(10)).isEqualTo(2);
    assertThat(steps.completed(2)).isZero();
    assertThat(steps.completed(3)).isEqualTo(1);
    assertThat(steps.completed(10)).isEqualTo(3);
  }

  @Test
  void nextAndPreviousStopAtTheEndsOfSteps() {
    assertThat(steps.next(0)).isEqualTo(3);
    assertThat(steps.next(4)).isEqualTo(6);
    assertThat(steps.next(6)).isEqualTo(10);
    assertThat(steps.next(10)).isEqualTo(10);
    assertThat(steps.previous(10)).isEqualTo(6);
    assertThat(steps.previous(4)).isEqualTo(3);
    assertThat(steps.previous(3)).isZero();
    assertThat(steps.previous(0)).isZero();
  }
}
