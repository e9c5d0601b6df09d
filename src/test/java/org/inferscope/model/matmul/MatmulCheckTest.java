package org.inferscope.model.matmul;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.inferscope.compute.Backend;
import org.inferscope.compute.reference.ReferenceBackend;
import org.inferscope.support.BackendContext;
import org.inferscope.tensor.Matrix;
import org.junit.jupiter.api.Test;

class MatmulCheckTest {
  private static CheckResult result(float loop, float backend) {
    return new CheckResult(
        Matrix.of(new float[][] {{1, loop}}), Matrix.of(new float[][] {{1, backend}}), "Reference");
  }

  @Test
  void theNotebooksProductMatches() {
    Factors notebook = PresetRequest.of(MatmulPreset.NOTEBOOK, 1, 1, 1).make();
    try (Backend backend = new ReferenceBackend()) {
      CheckResult result =
          new MatmulCheck(notebook.a(), notebook.b()).run(new BackendContext(backend));
      assertThat(result.matches()).isTrue();
      assertThat(result.maxAbsDifference()).isZero();
      assertThat(result.loop().get(1, 1)).isEqualTo(154);
      assertThat(result.summary())
          .startsWith("match · ")
          .endsWith("max abs difference 0 · allclose");
    }
  }

  @Test
  void theLoopIsWhatTheStepsEndWith() {
    Matrix a = Shapes.normal(12, 12, 1);
    Matrix b = Shapes.normal(12, 12, 2);
    try (Backend backend = new ReferenceBackend()) {
      CheckResult result = new MatmulCheck(a, b).run(new BackendContext(backend));
      MatmulProgram program = MatmulProgram.of(Algorithm.OUTER, 12, 12, 12, 1);
      assertThat(result.loop()).isEqualTo(new MatmulRun(a, b, program).product());
      assertThat(result.matches()).isTrue();
    }
  }

  @Test
  void followsNumPysRule() {
    assertThat(result(100_000, 100_001).matches()).isTrue();
    assertThat(result(100_000, 100_002).matches()).isFalse();
    assertThat(result(0, 1e-7f).matches()).isFalse();
    // The backend's value is the reference b, so the rule is not symmetric.
    assertThat(result(1.000005e-8f, 0).matches()).isFalse();
    assertThat(result(0, 1.000005e-8f).matches()).isTrue();
    assertThat(result(Float.NaN, Float.NaN).matches()).isFalse();
    assertThat(result(Float.POSITIVE_INFINITY, Float.POSITIVE_INFINITY).matches()).isTrue();
  }

  @Test
  void findsTheWorstElement() {
    assertThat(result(3, 5).worst()).isEqualTo(new Cell(0, 1));
    assertThat(result(3, 5).maxAbsDifference()).isEqualTo(2);
    assertThat(result(3, 5).summary())
        .isEqualTo("no match · Reference · max abs difference 2 · not allclose");
    assertThat(result(3, Float.NaN).worst()).isEqualTo(new Cell(0, 1));
  }

  @Test
  void spellsTheRuleOut() {
    assertThat(result(1, 1).rule())
        .contains("|a − b| ≤ atol + rtol·|b|", "rtol = 1e−5", "atol = 1e−8", "np.allclose: True");
  }

  @Test
  void refusesMatricesThatDoNotFit() {
    assertThatThrownBy(() -> new MatmulCheck(Matrix.zeros(2, 3), Matrix.zeros(2, 3)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
