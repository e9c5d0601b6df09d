package org.inferscope.model.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class LayerStepsTest {
  private final LayerSteps steps = new LayerSteps(3, 4);

  @Test
  void takeATickForEveryProductAndEveryBias() {
    assertThat(steps.ticks()).isEqualTo(15);
    assertThat(new LayerSteps(1, 1).ticks()).isEqualTo(2);
    assertThat(new LayerSteps(64, 64).ticks()).isEqualTo(64 * 65);
  }

  @Test
  void finishOneOutputBeforeTheNext() {
    assertThat(steps.rowEnds()).containsExactly(5, 10, 15);
    assertThat(steps.rowAt(0)).isZero();
    assertThat(steps.rowAt(4)).isZero();
    assertThat(steps.rowAt(5)).isEqualTo(1);
    assertThat(steps.rowAt(14)).isEqualTo(2);
    assertThat(steps.rowAt(15)).isEqualTo(2);
  }

  @Test
  void everyTickDoesOneTermOfTheRowItBelongsTo() {
    for (int done = 0; done < steps.ticks(); done++) {
      for (int i = 0; i < steps.outputs(); i++) {
        int added = steps.terms(done + 1, i) - steps.terms(done, i);
        assertThat(added).as("tick %d, row %d", done, i).isEqualTo(i == steps.rowAt(done) ? 1 : 0);
      }
    }
  }

  @Test
  void anOutputIsCompleteWithItsBias() {
    assertThat(steps.terms(9, 1)).isEqualTo(4);
    assertThat(steps.complete(9, 1)).isFalse();
    assertThat(steps.complete(10, 1)).isTrue();
    assertThat(steps.complete(10, 2)).isFalse();
    assertThat(steps.terms(15, 0)).isEqualTo(5);
  }

  @Test
  void aTermEndsAtEveryTick() {
    assertThat(steps.termEnds()).hasSize(15).startsWith(1, 2, 3).endsWith(14, 15);
  }

  @Test
  void refusePositionsOutside() {
    assertThatIllegalArgumentException().isThrownBy(() -> steps.rowAt(16));
    assertThatIllegalArgumentException().isThrownBy(() -> steps.terms(-1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new LayerSteps(0, 4));
  }
}
