package org.inferscope.model.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.assertj.core.groups.Tuple;
import org.inferscope.model.linear.LinearSentence.Role;
import org.inferscope.model.linear.LinearSentence.Span;
import org.inferscope.tensor.DType;
import org.inferscope.tensor.Matrix;
import org.junit.jupiter.api.Test;

class LinearSentenceTest {
  private final LinearLayer notebook = Layers.notebook();
  private final Matrix x = Inputs.notebook(4);

  @Test
  void writesTheNotebooksOutputs() {
    assertThat(LinearSentence.of(notebook, x, 0, 0).text())
        .isEqualTo("y₁ = 0.1·1 + 0.2·2 + 0.3·3 + 0.4·4 + 0.01 = 3.01");
    assertThat(LinearSentence.of(notebook, x, 0, 2).text())
        .isEqualTo("y₃ = 0.9·1 + 1·2 + 1.1·3 + 1.2·4 + 0.03 = 11.03");
    assertThat(LinearSentence.of(notebook, x, 0, 1).formula())
        .isEqualTo("y₂ = W₂₁·x₁ + W₂₂·x₂ + W₂₃·x₃ + W₂₄·x₄ + b₂");
  }

  @Test
  void namesABatchByRowAndColumn() {
    Matrix batch = Matrix.of(new float[][] {{0, 0, 0, 0}, {1, 0, -1, 0.5f}});
    LinearSentence sentence = LinearSentence.of(notebook, batch, 1, 2);
    assertThat(sentence.formula()).isEqualTo("Y₂₃ = W₃₁·X₂₁ + W₃₂·X₂₂ + W₃₃·X₂₃ + W₃₄·X₂₄ + b₃");
    assertThat(sentence.text()).isEqualTo("Y₂₃ = 0.9·1 + 1·0 + 1.1·(−1) + 1.2·0.5 + 0.03 = 0.4300");
  }

  @Test
  void putsNegativeNumbersInParentheses() {
    LinearLayer layer =
        new LinearLayer(Matrix.of(new float[][] {{-2}}), Matrix.of(new float[][] {{-0.5f}}));
    assertThat(LinearSentence.of(layer, Inputs.notebook(1), 0, 0).text())
        .isEqualTo("y₁ = (−2)·1 + (−0.5) = −2.5");
  }

  @Test
  void writesARunningSum() {
    assertThat(LinearSentence.partial(notebook, x, 0, 0, 0).text()).isEqualTo("y₁ = 0");
    assertThat(LinearSentence.partial(notebook, x, 0, 0, 0).formula()).isEqualTo("y₁ = 0");
    assertThat(LinearSentence.partial(notebook, x, 0, 0, 2).text())
        .isEqualTo("y₁ = 0.1·1 + 0.2·2 = 0.5");
    assertThat(LinearSentence.partial(notebook, x, 0, 0, 2).formula())
        .isEqualTo("y₁ = W₁₁·x₁ + W₁₂·x₂");
  }

  @Test
  void leavesOutTheMiddleOfLongSumsAndKeepsTheBias() {
    LinearSentence sentence = LinearSentence.of(notebook, x, 0, 0);
    assertThat(LinearSentence.join(sentence.spans(3)))
        .isEqualTo("y₁ = 0.1·1 + 0.2·2 + … + 0.01 = 3.01");
    assertThat(LinearSentence.join(sentence.spans(5))).isEqualTo(sentence.text());
    LinearSentence partial = LinearSentence.partial(notebook, x, 0, 0, 4);
    assertThat(LinearSentence.join(partial.spans(2))).isEqualTo("y₁ = 0.1·1 + … + 0.4·4 = 3");
    assertThatIllegalArgumentException().isThrownBy(() -> sentence.spans(1));
  }

  @Test
  void writesSixteenInputsInFullAndMoreWithAGap() {
    LinearSentence sixteen = sentenceOfOnes(16);
    assertThat(sixteen.text()).doesNotContain("…");
    assertThat(sixteen.formula()).endsWith(" + W₁,₁₆·x₁₆ + b₁").doesNotContain("…");
    LinearSentence more = sentenceOfOnes(17);
    assertThat(more.text()).endsWith(" + … + 0 = 17");
    assertThat(more.formula()).endsWith(" + W₁,₁₆·x₁₆ + … + b₁");
  }

  private static LinearSentence sentenceOfOnes(int inputs) {
    Matrix ones = Matrix.generate(1, inputs, (i, j) -> 1);
    return LinearSentence.of(new LinearLayer(ones, Matrix.zeros(1, 1)), ones, 0, 0);
  }

  @Test
  void spansKnowWhatTheyAreAndTheTermTheyBelongTo() {
    LinearLayer layer =
        new LinearLayer(Matrix.of(new float[][] {{2, 3}}), Matrix.of(new float[][] {{4}}));
    assertThat(LinearSentence.of(layer, Inputs.notebook(2), 0, 0).spans(9))
        .extracting(Span::text, Span::role, Span::term)
        .containsExactly(
            Tuple.tuple("y₁", Role.NAME, -1),
            Tuple.tuple(" = ", Role.OPERATOR, -1),
            Tuple.tuple("2", Role.WEIGHT, 0),
            Tuple.tuple("·", Role.OPERATOR, 0),
            Tuple.tuple("1", Role.INPUT, 0),
            Tuple.tuple(" + ", Role.OPERATOR, 1),
            Tuple.tuple("3", Role.WEIGHT, 1),
            Tuple.tuple("·", Role.OPERATOR, 1),
            Tuple.tuple("2", Role.INPUT, 1),
            Tuple.tuple(" + ", Role.OPERATOR, 2),
            Tuple.tuple("4", Role.BIAS, 2),
            Tuple.tuple(" = ", Role.OPERATOR, -1),
            Tuple.tuple("12", Role.RESULT, -1));
    assertThat(LinearSentence.of(layer, Inputs.notebook(2), 0, 0).spans(2))
        .filteredOn(span -> span.role() == Role.ELLIPSIS)
        .containsExactly(new Span("…", Role.ELLIPSIS, -1));
  }

  @Test
  void writesTheNumbersThatAFormatHolds() {
    // BF16 has 8 significant bits: 0.1 is held as 0.100097656
    RoundedLayer rounded = RoundedLayer.of(notebook, x, DType.BF16);
    assertThat(LinearSentence.rounded(rounded, 0, 0).text())
        .startsWith("y₁ = 0.1001·1 + 0.2002·2 + 0.3008·3 + 0.4004·4 + 0.01001 = 3.016");
  }
}
