package org.inferscope.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ArgsTest {

  @Test
  void namesTheParameterAndItsValue() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Args.positive(0, "rows"))
        .withMessage("'rows' must be 1 or more, but was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Args.notNegative(-1, "cols"))
        .withMessage("'cols' must be 0 or more, but was -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Args.inRange(7, 1, 6, "block"))
        .withMessage("'block' must be from 1 to 6, but was 7");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Args.sameLength(2, "a", 3, "b"))
        .withMessage("'a' has length 2, 'b' has length 3");
    assertThatThrownBy(() -> Args.index(3, 3, "i"))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("'i' must be from 0 to below 3, but was 3");
  }

  @Test
  void handsGoodValuesBack() {
    assertThat(Args.positive(1, "n")).isEqualTo(1);
    assertThat(Args.notNegative(0, "n")).isZero();
    assertThat(Args.inRange(6, 1, 6, "n")).isEqualTo(6);
    assertThat(Args.index(2, 3, "n")).isEqualTo(2);
  }
}
