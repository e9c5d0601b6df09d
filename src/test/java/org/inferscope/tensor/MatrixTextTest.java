package org.inferscope.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatrixTextTest {
  private static final int MANY = 1000;

  static Stream<Arguments> written() {
    return Stream.of(
        Arguments.of("1\t2\n3\t4\n", MatrixFormat.TSV),
        Arguments.of("1\t2\r\n3\t4\r\n", MatrixFormat.TSV),
        Arguments.of("1\t2\r3\t4\r\t\r", MatrixFormat.TSV),
        Arguments.of("\"1\"\t 2\n3\t4", MatrixFormat.TSV),
        Arguments.of("1,2\n3,4", MatrixFormat.CSV),
        Arguments.of("\ufeff1, 2\n\n3 ,4\n", MatrixFormat.CSV),
        Arguments.of("1;2\n3;4", MatrixFormat.CSV),
        Arguments.of("1 2\n3 4", MatrixFormat.SPACES),
        Arguments.of("  1   2\n  3   4\n", MatrixFormat.SPACES),
        Arguments.of("A =\n\n     1     2\n     3     4\n", MatrixFormat.SPACES),
        Arguments.of("np.array([[1, 2],[3, 4]])", MatrixFormat.NUMPY),
        Arguments.of("A = np.array([[1, 2],\n              [3, 4]])", MatrixFormat.NUMPY),
        Arguments.of("array([[1, 2],\n       [3, 4]], dtype=float32)", MatrixFormat.NUMPY),
        Arguments.of("numpy.array([[1,2],[3,4]], dtype=np.float64);", MatrixFormat.NUMPY),
        Arguments.of("tensor([[1, 2],\n        [3, 4]], device='cuda:0')", MatrixFormat.NUMPY),
        Arguments.of("tensor([[1, 2], [3, 4]], grad_fn=<MmBackward0>)", MatrixFormat.NUMPY),
        Arguments.of("[[1, 2], [3, 4]]", MatrixFormat.NUMPY),
        Arguments.of("[\n  [1, 2,],\n  [3, 4,], # last\n]", MatrixFormat.NUMPY),
        Arguments.of("[[1 2]\n [3 4]]", MatrixFormat.NUMPY),
        Arguments.of("[[1\n  2]\n [3\n  4]]", MatrixFormat.NUMPY),
        Arguments.of("[1 2; 3 4]", MatrixFormat.MATLAB),
        Arguments.of("[1, 2; 3, 4];", MatrixFormat.MATLAB),
        Arguments.of("A = [1 2\n     3 4];", MatrixFormat.MATLAB),
        Arguments.of("W1 = [ 1 2 ; ...\n 3 4 ; ] % done", MatrixFormat.MATLAB),
        Arguments.of("[1 ...\n 2; % one\n 3 4]", MatrixFormat.MATLAB),
        Arguments.of("[[1 2]; [3 4]]", MatrixFormat.MATLAB));
  }

  @ParameterizedTest
  @MethodSource("written")
  void readsEveryWayToWriteAMatrix(String text, MatrixFormat format) {
    assertThat(parse(text))
        .isEqualTo(new PastedMatrix.Cells(List.of(List.of("1", "2"), List.of("3", "4")), format));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5 | SPACES | 5",
        "1/3 | SPACES | 1/3",
        "1 / 3 | SPACES | 1/3",
        "[[7]] | NUMPY | 7",
        "[1, 2, 3] | NUMPY | 1 2 3",
        "[1 2 3] | MATLAB | 1 2 3",
        "[1/3, -2/7] | NUMPY | 1/3 -2/7",
        "[1 / 3, 2] | NUMPY | 1/3 2",
        "[1 -2] | MATLAB | 1 -2",
        "[1., -.5] | NUMPY | 1. -.5",
        "'[0.1, 0.2,\n 0.3]' | NUMPY | 0.1 0.2 0.3",
        "[1e-3 2E5] | MATLAB | 1e-3 2E5",
        "'[[nan, -np.inf, float(''nan'')]]' | NUMPY | nan -inf nan",
        "[[np.float32(1.5) np.nan]] | NUMPY | 1.5 nan",
        "NaN,inf | CSV | NaN inf",
        "1,5 2,5 | SPACES | 1,5 2,5",
        "1,5;2,5 | CSV | 1.5 2.5",
        "1.5;2.5 | CSV | 1.5 2.5",
        "1,5 | CSV | 1 5",
        "\"1,234\",2 | CSV | 1,234 2"
      })
  void keepsTheCellsAsTheyWereWritten(String text, MatrixFormat format, String cells) {
    assertThat(parse(text))
        .isEqualTo(new PastedMatrix.Cells(List.of(List.of(cells.split(" ", -1))), format));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[[1.234, 5]] | 1,234 5",
        "[1.234 -0.5e-3] | 1,234 -0,5e-3",
        "1.234,5.678 | 1,234 5,678",
        "1,5;2,25 | 1,5 2,25",
        "1.5;2.25 | 1,5 2,25",
        "1.5 2.25 | 1,5 2,25",
        "1,5 | 1,5",
        "1,2,3 | 1 2 3",
        "1,5 2,5 | 1,5 2,5",
        "1.234,5;6 | 1.234,5 6"
      })
  void writesCellsForALocaleWithDecimalCommas(String text, String cells) {
    assertThat(MatrixText.parse(text, MANY, Locale.GERMANY))
        .isInstanceOfSatisfying(
            PastedMatrix.Cells.class,
            m -> assertThat(m.cells()).containsExactly(List.of(cells.split(" ", -1))));
  }

  @Test
  void readsAColumnOfDecimalCommasAsAColumnWhereTheLocaleWritesThem() {
    assertThat(MatrixText.parse("1,5\n2\n-3,25", MANY, Locale.GERMANY))
        .isInstanceOfSatisfying(
            PastedMatrix.Cells.class,
            m ->
                assertThat(m.cells())
                    .containsExactly(List.of("1,5"), List.of("2"), List.of("-3,25")));
  }

  @Test
  void saysTheShapeAndTheCells() {
    PastedMatrix.Cells cells =
        new PastedMatrix.Cells(
            List.of(List.of("1", "2", "3"), List.of("4", "5", "6")), MatrixFormat.CSV);
    assertThat(cells.rows()).isEqualTo(2);
    assertThat(cells.cols()).isEqualTo(3);
    assertThat(cells.cell(1, 0)).isEqualTo("4");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'1 2 3 4\n5 6 7' | 'Row 2 has 3 numbers, row 1 has 4.'",
        "'1,2\n3' | 'Row 2 has 1 number, row 1 has 2.'",
        "[[1, 2], [3]] | 'Row 2 has 1 number, row 1 has 2.'",
        "[1 2; 3 4 5] | 'Row 2 has 3 numbers, row 1 has 2.'"
      })
  void namesTheRowThatIsRagged(String text, String reason) {
    assertThat(parse(text)).isEqualTo(new PastedMatrix.Bad(reason));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1\t2\nx\t4", "1,2\nx,4", "[[1, 2], [x, 4]]", "[1 2; x 4]", "1 2\nx 4"})
  void namesTheCellThatIsNoNumber(String text) {
    assertThat(parse(text))
        .isEqualTo(
            new PastedMatrix.Bad(
                "Row 2, column 1: “x” is not a number."
                    + " Type one such as 2, −1.5, 1e−3 or 1/3."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1\t2\t3\n4\t\t6", "1,2,3\n4,,6", "[[1,2,3],[4,,6]]", "[1,2,3;4,,6]"})
  void namesTheCellThatIsEmpty(String text) {
    assertThat(parse(text)).isEqualTo(new PastedMatrix.Bad("Row 2, column 2 is empty."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \n\t\n", "[]", "[[]]", "np.array([])", "A ="})
  void saysThatThereAreNoNumbers(String text) {
    assertThat(parse(text))
        .isEqualTo(new PastedMatrix.Bad("There are no numbers in the pasted text."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[[[1, 2]]] | The brackets nest three deep",
        "[[1, 2], [3, 4] | A closing bracket ] is missing",
        "[1 2; 3 4 | A closing bracket ] is missing",
        "[[1 2 ... 8 9]] | The text was shortened",
        "'[[1 2]\n ...\n [8 9]]' | The text was shortened",
        "[1 2 ... 8 9] | The text was shortened",
        "hello [1 2] | “hello” does not belong",
        "[1 2] hello | “hello” does not belong",
        "'A = [1 2]\nB = [3 4]' | “B = [3 4]” does not belong",
        "[[1, 2], x] | “x” does not belong",
        "[[1, 2]].reshape(2, 1) | “.reshape(2, 1)” does not belong"
      })
  void saysWhatIsWrongWithTheBrackets(String text, String reason) {
    assertThat(parse(text))
        .isInstanceOfSatisfying(
            PastedMatrix.Bad.class, bad -> assertThat(bad.reason()).startsWith(reason));
  }

  @Test
  void refusesMoreCellsThanFit() {
    PastedMatrix tooMany =
        new PastedMatrix.Bad(
            "The pasted matrix has more than 144 numbers, the most that can be pasted.");
    assertThat(MatrixText.parse("1\t".repeat(9_999) + "1", 144)).isEqualTo(tooMany);
    assertThat(MatrixText.parse("[" + "1 ".repeat(145) + "]", 144)).isEqualTo(tooMany);
    assertThat(MatrixText.parse("1\n".repeat(145), 144)).isEqualTo(tooMany);
    assertThat(MatrixText.parse("1\n".repeat(144), 144)).isInstanceOf(PastedMatrix.Cells.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1\t", "1 ", "1,", "[", "]", " ", "\n", "/", " / ", "...", "...\n", "%", "\"", "1;", "A",
        "[1 ", "(", "="
      })
  void takesTimeInProportionToTheTextWhateverIsInIt(String piece) {
    String text = piece.repeat(300_000 / piece.length());
    Assertions.assertTimeout(
        Duration.ofSeconds(10),
        () -> {
          MatrixText.parse(text, 5_000_000, Locale.US);
          MatrixText.parse("[" + text, 5_000_000, Locale.US);
          MatrixText.parse("[1]" + text, 5_000_000, Locale.GERMANY);
        });
  }

  private static PastedMatrix parse(String text) {
    return MatrixText.parse(text, MANY, Locale.US);
  }
}
