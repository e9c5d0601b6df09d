package org.inferscope.model.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.inferscope.compute.Backend;
import org.inferscope.compute.reference.ReferenceBackend;
import org.inferscope.model.linear.Layers.Sample;
import org.inferscope.model.matmul.CheckResult;
import org.inferscope.support.BackendContext;
import org.inferscope.tensor.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LinearCheckTest {
  static Stream<Sample> samples() {
    return Layers.samples();
  }

  private static CheckResult check(LinearLayer layer, Matrix x) {
    try (Backend backend = new ReferenceBackend()) {
      return new LinearCheck(layer, x).run(new BackendContext(backend));
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theBackendComputesTheSameLayer(Sample sample) {
    CheckResult result = check(sample.layer(), sample.x());
    assertThat(result.loop()).isEqualTo(sample.layer().forward(sample.x()));
    assertThat(result.backend().shape()).isEqualTo(result.loop().shape());
    assertThat(result.maxAbsDifference()).isLessThan(1e-4);
  }

  @Test
  void theNotebooksLayerMatches() {
    CheckResult result = check(Layers.notebook(), Inputs.notebook(4));
    assertThat(result.matches()).isTrue();
    assertThat(result.summary()).startsWith("match · ").endsWith(" · allclose");
  }

  @Test
  void theBackendAddsTheBias() {
    LinearLayer layer = new LinearLayer(Matrix.zeros(2, 3), Matrix.of(new float[][] {{5}, {-7}}));
    Matrix expected = Matrix.of(new float[][] {{5, -7}, {5, -7}});
    assertThat(check(layer, Matrix.zeros(2, 3)).backend()).isEqualTo(expected);
  }

  @Test
  void refusesInputsThatDoNotFit() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LinearCheck(Layers.notebook(), Matrix.zeros(1, 3)))
        .withMessage("'x' must be of 4 columns, but was 1×3");
  }
}
