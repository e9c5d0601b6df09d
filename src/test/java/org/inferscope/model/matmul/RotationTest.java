package org.inferscope.model.matmul;

import static org.assertj.core.api.Assertions.assertThat;

import org.inferscope.tensor.Matrix;
import org.junit.jupiter.api.Test;

class RotationTest {
  @Test
  void turnsCounterclockwise() {
    float cos = (float) Math.cos(Math.PI / 6);
    assertThat(Rotation.matrix(30)).isEqualTo(Matrix.of(new float[][] {{cos, -0.5f}, {0.5f, cos}}));
  }

  @Test
  void hasNoTraceOfRoundingAtRightAngles() {
    assertThat(Rotation.matrix(0)).isEqualTo(Matrix.identity(2));
    assertThat(Rotation.matrix(90)).isEqualTo(Matrix.of(new float[][] {{0, -1}, {1, 0}}));
    assertThat(Rotation.matrix(-180)).isEqualTo(Matrix.of(new float[][] {{-1, 0}, {0, -1}}));
  }
}
