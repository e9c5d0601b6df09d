package org.inferscope.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShapeTest {

  @Test
  void writesItsSizesWithAMultiplicationSign() {
    assertThat(Shape.of(2, 3)).hasToString("[2×3]");
    assertThat(Shape.of(12, 64, 64).text()).isEqualTo("12×64×64");
    assertThat(Shape.of()).hasToString("[]");
  }

  @Test
  void countsItsNumbers() {
    assertThat(Shape.of().size()).isEqualTo(1);
    assertThat(Shape.of(0, 5).size()).isZero();
    assertThat(Shape.of(65536, 65536, 4).size()).isEqualTo(17_179_869_184L);
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> Shape.of(1 << 30, 1 << 30, 1 << 30).size());
  }

  @Test
  void refusesANegativeSizeByItsPlace() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Shape.of(2, -1))
        .withMessage("'dims[1]' must be 0 or more, but was -1");
  }

  @Test
  void doesNotChangeWithTheListItWasMadeOf() {
    List<Integer> dims = new ArrayList<>(List.of(2, 3));
    Shape shape = new Shape(dims);
    dims.set(0, 9);
    assertThat(shape).isEqualTo(Shape.of(2, 3));
    assertThat(shape.rank()).isEqualTo(2);
    assertThat(shape.dim(1)).isEqualTo(3);
  }
}
