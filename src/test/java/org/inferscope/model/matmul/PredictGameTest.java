package org.inferscope.model.matmul;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.inferscope.tensor.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PredictGameTest {
  private static PredictGame notebook(Algorithm algorithm) {
    Factors factors = PresetRequest.of(MatmulPreset.NOTEBOOK, 1, 1, 1).make();
    return PredictGame.start(factors, MatmulProgram.of(algorithm, 2, 3, 2, 1));
  }

  @Test
  void asksForElementsInTheOrderTheyGetComplete() {
    assertThat(notebook(Algorithm.DOT).answer("58").asked()).contains(new Cell(0, 1));
    assertThat(notebook(Algorithm.COLUMN).answer("58").asked()).contains(new Cell(1, 0));
    assertThat(notebook(Algorithm.DOT).question())
        .isEqualTo("What is C₁₁? Row 1 of A times column 1 of B.");
  }

  @Test
  void keepsScoreAndStreak() {
    PredictGame game = notebook(Algorithm.DOT).answer("58").answer("64").answer("1").answer("154");
    assertThat(game.score()).isEqualTo("3 of 4 right, 1 in a row");
    assertThat(game.bestStreak()).isEqualTo(2);
    assertThat(game.asked()).isEmpty();
    assertThatThrownBy(() -> game.answer("1")).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void showsTheWorkedDotProduct() {
    assertThat(notebook(Algorithm.DOT).answer("57").verdict())
        .contains(new PredictGame.Wrong(new Cell(0, 0), "Not 57. C₁₁ = 1·7 + 2·9 + 3·11 = 58"));
  }

  @Test
  void revealsOnlyWhatWasAnswered() {
    PredictGame game = notebook(Algorithm.DOT).answer("58");
    assertThat(game.reveals(0, 0)).isTrue();
    assertThat(game.reveals(0, 1)).isFalse();
  }

  @Test
  void textThatIsNoNumberCostsNothing() {
    PredictGame game = notebook(Algorithm.DOT).answer("58").answer("six");
    assertThat(game.answered()).isEqualTo(1);
    assertThat(game.streak()).isEqualTo(1);
    assertThat(game.verdict()).get().isInstanceOf(PredictGame.Unreadable.class);
  }

  @ParameterizedTest
  @CsvSource({
    "2/3, true",
    "0.667, true",
    "0.6667, true",
    "0.67, false",
    "0.666, false",
    "1, false",
  })
  void acceptsTheResultRoundedToThreeDigitsOrMore(String text, boolean right) {
    Factors thirds =
        new Factors(
            Matrix.of(new float[][] {{1 / 3f, 1 / 3f}}), Matrix.of(new float[][] {{1}, {1}}));
    PredictGame game = PredictGame.start(thirds, MatmulProgram.of(Algorithm.DOT, 1, 2, 1, 1));
    assertThat(game.answer(text).right() == 1).isEqualTo(right);
  }

  @ParameterizedTest
  @CsvSource({"58, true", "58.0, true", "116/2, true", "58.02, false", "5.8e1, true"})
  void aWholeResultMustBeMet(String text, boolean right) {
    assertThat(notebook(Algorithm.DOT).answer(text).right() == 1).isEqualTo(right);
  }

  @Test
  void tinyResultsAreNotGuessedByZero() {
    Factors tiny = new Factors(Matrix.of(new float[][] {{1e-10f}}), Matrix.of(new float[][] {{1}}));
    PredictGame game = PredictGame.start(tiny, MatmulProgram.of(Algorithm.DOT, 1, 1, 1, 1));
    assertThat(game.answer("0").right()).isZero();
    assertThat(game.answer("1e-10").right()).isEqualTo(1);
  }
}
