package org.inferscope.model.linear;

import static org.assertj.core.api.Assertions.assertThat;

import org.inferscope.model.matmul.Cell;
import org.inferscope.tensor.Accuracy;
import org.inferscope.tensor.Matrix;
import org.junit.jupiter.api.Test;

class TorchComparisonTest {
  private static TorchComparison comparison(float ours, float theirs) {
    return new TorchComparison(
        Matrix.of(new float[][] {{1, ours}}),
        Matrix.of(new float[][] {{1, theirs}}),
        "PyTorch 2.7.1",
        Accuracy.ATOL);
  }

  @Test
  void equalResultsMatch() {
    TorchComparison same = comparison(3, 3);
    assertThat(same.matches()).isTrue();
    assertThat(same.maxAbsDifference()).isZero();
    assertThat(same.summary()).isEqualTo("match · PyTorch 2.7.1 · max abs difference 0 · allclose");
  }

  @Test
  void findsTheWorstOutput() {
    TorchComparison apart = comparison(3, 5);
    assertThat(apart.matches()).isFalse();
    assertThat(apart.maxAbsDifference()).isEqualTo(2);
    assertThat(apart.worst()).isEqualTo(new Cell(0, 1));
  }

  @Test
  void measuresAgainstPyTorch() {
    // |a − b| ≤ 1e−8 + 1e−5·|b|, and b is PyTorch's: the rule is not symmetric
    assertThat(comparison(1.000005e-8f, 0).matches()).isFalse();
    assertThat(comparison(0, 1.000005e-8f).matches()).isTrue();
  }
}
