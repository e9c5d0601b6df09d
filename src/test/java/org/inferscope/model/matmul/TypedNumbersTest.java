package org.inferscope.model.matmul;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TypedNumbersTest {
  private final TypedNumbers typed = new TypedNumbers(List.of(List.of(" 1/3 ", "oops")));

  @Test
  void knowsMoreThanAFloat32Holds() {
    assertThat(typed.text(0, 0, 1 / 3f)).isEqualTo("1/3");
    assertThat(typed.exact(0, 0, 1 / 3f)).isEqualTo(1 / 3.0);
  }

  @Test
  void fallsBackOnTheNumberHeld() {
    assertThat(typed.text(0, 2, 0.1f)).isEqualTo("0.1");
    assertThat(typed.exact(0, 2, 0.1f)).isEqualTo(0.1f);
    assertThat(typed.exact(1, 0, 0.1f)).isEqualTo(0.1f);
  }

  @Test
  void doesNotTrustATextThatIsAnotherNumbers() {
    assertThat(typed.exact(0, 0, 0.25f)).isEqualTo(0.25f);
    assertThat(typed.exact(0, 1, 7)).isEqualTo(7);
    assertThat(typed.exact(0, 0, Float.NaN)).isNaN();
  }
}
