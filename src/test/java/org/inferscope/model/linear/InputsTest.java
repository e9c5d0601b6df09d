package org.inferscope.model.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.inferscope.tensor.Matrix;
import org.junit.jupiter.api.Test;

class InputsTest {
  @Test
  void countUpAsTheNotebooksDo() {
    assertThat(Inputs.notebook(4)).isEqualTo(Matrix.of(new float[][] {{1, 2, 3, 4}}));
    assertThat(Inputs.notebook(1)).isEqualTo(Matrix.of(new float[][] {{1}}));
  }

  @Test
  void areNumPysNormalNumbersForASeed() {
    // np.random.seed(5); np.random.randn(2, 3).astype(np.float32)
    assertThat(Inputs.random(5, 2, 3))
        .isEqualTo(
            Matrix.of(
                new float[][] {
                  {0.4412275f, -0.33087015f, 2.430771f},
                  {-0.25209212f, 0.10960984f, 1.5824811f}
                }));
  }

  @Test
  void needARowAndAColumn() {
    assertThatIllegalArgumentException().isThrownBy(() -> Inputs.random(1, 0, 3));
    assertThatIllegalArgumentException().isThrownBy(() -> Inputs.notebook(0));
  }
}
