package org.inferscope.tab.matmul;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.inferscope.model.matmul.Algorithm;
import org.inferscope.model.matmul.Grain;
import org.inferscope.model.matmul.MatmulProgram;
import org.inferscope.model.matmul.MatmulRun;
import org.inferscope.tensor.Matrix;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.LineLayout;
import org.inferscope.ui.paint.Token;
import org.inferscope.ui.paint.Tone;
import org.junit.jupiter.api.Test;

class LineWriterTest {
  private static final Matrix A = Matrix.of(new float[][] {{1, 2, 3}, {4, 5, 6}});
  private static final Matrix B = Matrix.of(new float[][] {{7, 8}, {9, 10}, {11, 12}});

  @Test
  void aFinishedElementIsSpelledOut() {
    assertThat(text(line(Algorithm.DOT, Grain.MULTIPLY_ADD, 3)))
        .isEqualTo("C₁₁ = 1·7 + 2·9 + 3·11 = 58");
  }

  @Test
  void termsToComeAreMutedAndTheSumIsTheRunningOne() {
    List<Token> line = line(Algorithm.DOT, Grain.MULTIPLY_ADD, 2);

    assertThat(text(line)).isEqualTo("C₁₁ = 1·7 + 2·9 + 3·11 = 25");
    assertThat(tone(line, Token.Part.LEFT_FACTOR, 1)).isEqualTo(Tone.ROW);
    assertThat(tone(line, Token.Part.RIGHT_FACTOR, 1)).isEqualTo(Tone.COLUMN);
    assertThat(tone(line, Token.Part.LEFT_FACTOR, 2)).isEqualTo(Tone.MUTED);
  }

  @Test
  void negativeFactorsStandInBrackets() {
    Matrix a = Matrix.of(new float[][] {{-1, -2}});
    Matrix b = Matrix.of(new float[][] {{3}, {-4}});
    LineWriter writer = new LineWriter(a, b, (i, j) -> false);

    assertThat(text(writer.dot(0, 0, 2, -1, 5))).isEqualTo("C₁₁ = −1·3 + (−2)·(−4) = 5");
  }

  @Test
  void eachWayOfWorkingHasItsOwnLine() {
    assertThat(text(line(Algorithm.ROW, Grain.ELEMENT, 4)))
        .isEqualTo("row 1 of C += 2 · [9  10] = [18  20]");
    assertThat(text(line(Algorithm.COLUMN, Grain.ELEMENT, 4)))
        .isEqualTo("column 1 of C += [2  5] · 9 = [18  45]");
    assertThat(text(line(Algorithm.OUTER, Grain.ELEMENT, 4))).startsWith("C = [1  4] ⊗ [7  8]");
    assertThat(text(line(Algorithm.TILED, Grain.ELEMENT, 8)))
        .isEqualTo("C[1–2, 1–2] = A[1–2, 1–2] × B[1–2, 1–2]");
    assertThat(text(line(Algorithm.SYSTOLIC, Grain.MULTIPLY_ADD, 2)))
        .isEqualTo("clock tick 2 of 5: 3 of 4 cells multiply and add");
  }

  @Test
  void aHiddenResultIsAQuestionMark() {
    LineWriter writer = new LineWriter(A, B, (i, j) -> true);

    assertThat(text(writer.dot(0, 0, 3, -1, 58))).endsWith(" = ?");
  }

  @Test
  void theLineBreaksBeforeAPlusAndStaysInItsBox() {
    Matrix a = Matrix.generate(1, 12, (i, j) -> -1.2345 - j);
    Matrix b = Matrix.generate(12, 1, (i, j) -> -6.789 + i);
    List<Token> tokens = new LineWriter(a, b, (i, j) -> false).dot(0, 0, 12, -1, 1);
    Box box = new Box(10, 400, 800, 60);

    LineLayout layout = LineLayout.of(tokens, box, 1, 12);

    assertThat(layout.size()).isGreaterThanOrEqualTo(12);
    assertThat(layout.placed()).allSatisfy(each -> assertThat(box.covers(each.box())).isTrue());
  }

  private static List<Token> line(Algorithm algorithm, Grain grain, int done) {
    MatmulRun run = new MatmulRun(A, B, MatmulProgram.of(algorithm, 2, 3, 2, 2));
    return new LineWriter(A, B, (i, j) -> false).write(Moment.of(run, grain, done, done, 0), grain);
  }

  private static Tone tone(List<Token> line, Token.Part part, int term) {
    return line.stream()
        .filter(token -> token.part() == part && token.term() == term)
        .findFirst()
        .orElseThrow()
        .tone();
  }

  private static String text(List<Token> line) {
    return line.stream().map(Token::text).collect(Collectors.joining());
  }
}
