package org.inferscope.model.matmul;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShapeMismatchTest {
  @Test
  void saysWhichDimensionsMustAgree() {
    assertThat(ShapeMismatch.of(2, 3, 4, 2).orElseThrow().message())
        .isEqualTo(
            "Incompatible shapes: A is 2×3, B is 4×2. Columns of A (3) must equal rows of B (4)");
  }

  @Test
  void fittingShapesHaveNone() {
    assertThat(ShapeMismatch.of(2, 3, 3, 2)).isEmpty();
  }
}
