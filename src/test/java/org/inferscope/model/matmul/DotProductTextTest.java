package org.inferscope.model.matmul;

import static org.assertj.core.api.Assertions.assertThat;

import org.inferscope.model.matmul.DotProductText.Role;
import org.inferscope.tensor.Matrix;
import org.junit.jupiter.api.Test;

class DotProductTextTest {
  private final Factors notebook = PresetRequest.of(MatmulPreset.NOTEBOOK, 1, 1, 1).make();

  private String line(int i, int j) {
    return DotProductText.text(notebook.a(), notebook.b(), i, j);
  }

  @Test
  void writesTheNotebooksDotProducts() {
    assertThat(line(0, 0)).isEqualTo("C₁₁ = 1·7 + 2·9 + 3·11 = 58");
    assertThat(line(0, 1)).isEqualTo("C₁₂ = 1·8 + 2·10 + 3·12 = 64");
    assertThat(line(1, 0)).isEqualTo("C₂₁ = 4·7 + 5·9 + 6·11 = 139");
    assertThat(line(1, 1)).isEqualTo("C₂₂ = 4·8 + 5·10 + 6·12 = 154");
  }

  @Test
  void putsNegativeFactorsInParentheses() {
    Matrix a = Matrix.of(new float[][] {{-1, 2}});
    Matrix b = Matrix.of(new float[][] {{3}, {-0.5f}});
    assertThat(DotProductText.text(a, b, 0, 0)).isEqualTo("C₁₁ = (−1)·3 + 2·(−0.5) = −4");
  }

  @Test
  void leavesOutTheMiddleOfLongSums() {
    Matrix ones = Matrix.generate(1, 12, (i, j) -> j + 1);
    assertThat(DotProductText.join(DotProductText.spans(ones, ones.transpose(), 0, 0, 12, 3)))
        .isEqualTo("C₁₁ = 1·1 + 2·2 + … + 12·12 = 650");
  }

  @Test
  void writesARunningSum() {
    assertThat(DotProductText.join(DotProductText.spans(notebook.a(), notebook.b(), 0, 0, 2, 9)))
        .isEqualTo("C₁₁ = 1·7 + 2·9 = 25");
    assertThat(DotProductText.join(DotProductText.spans(notebook.a(), notebook.b(), 0, 0, 0, 9)))
        .isEqualTo("C₁₁ = 0");
  }

  @Test
  void spansKnowTheTermTheyBelongTo() {
    assertThat(DotProductText.spans(notebook.a(), notebook.b(), 0, 0, 3, 9))
        .filteredOn(span -> span.role() == Role.FACTOR_B)
        .extracting(DotProductText.Span::text, DotProductText.Span::term)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("7", 0),
            org.assertj.core.groups.Tuple.tuple("9", 1),
            org.assertj.core.groups.Tuple.tuple("11", 2));
  }

  @Test
  void separatesIndicesOfTwoDigits() {
    assertThat(DotProductText.name("C", 9, 1)).isEqualTo("C₁₀,₂");
    assertThat(DotProductText.name("A", 8, 8)).isEqualTo("A₉₉");
  }

  @Test
  void namesElementsOfVectors() {
    assertThat(DotProductText.name("x", 0)).isEqualTo("x₁");
    assertThat(DotProductText.name("y", 63)).isEqualTo("y₆₄");
  }
}
