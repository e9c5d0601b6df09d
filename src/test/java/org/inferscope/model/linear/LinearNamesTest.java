package org.inferscope.model.linear;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinearNamesTest {
  @Test
  void oneInputVectorHasSmallLettersAndOneIndex() {
    assertThat(LinearNames.output(1, 0, 0)).isEqualTo("y₁");
    assertThat(LinearNames.input(1, 0, 11)).isEqualTo("x₁₂");
    assertThat(LinearNames.product(1, 0, 1, 2)).isEqualTo("W₂₃·x₃");
  }

  @Test
  void aBatchHasCapitalsAndTheRowFirst() {
    assertThat(LinearNames.output(2, 1, 0)).isEqualTo("Y₂₁");
    assertThat(LinearNames.input(256, 255, 0)).isEqualTo("X₂₅₆,₁");
    assertThat(LinearNames.product(2, 1, 0, 2)).isEqualTo("W₁₃·X₂₃");
  }

  @Test
  void parametersAreNamedAlikeEverywhere() {
    assertThat(LinearNames.weight(0, 1)).isEqualTo("W₁₂");
    assertThat(LinearNames.bias(63)).isEqualTo("b₆₄");
  }
}
