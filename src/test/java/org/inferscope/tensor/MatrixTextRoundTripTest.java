package org.inferscope.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MatrixTextRoundTripTest {
  private static final Matrix A = Matrix.of(new float[][] {{1, -2.5f, 0.1f}, {1e-9f, 0, 1 / 3f}});
  private static final Matrix ODD =
      Matrix.of(
          new float[][] {{Float.NaN, Float.POSITIVE_INFINITY}, {Float.NEGATIVE_INFINITY, -0f}});

  @Test
  void writesForASpreadsheetAsTheLocaleDoes() {
    assertThat(MatrixText.format(A, MatrixFormat.TSV, Locale.US))
        .isEqualTo("1\t-2.5\t0.1\n1e-9\t0\t0.33333334\n");
    assertThat(MatrixText.format(A, MatrixFormat.TSV, Locale.GERMANY))
        .isEqualTo("1\t-2,5\t0,1\n1e-9\t0\t0,33333334\n");
  }

  @Test
  void writesCsvWithSemicolonsWhereCommasAreDecimal() {
    assertThat(MatrixText.format(A, MatrixFormat.CSV, Locale.US))
        .isEqualTo("1,-2.5,0.1\n1e-9,0,0.33333334\n");
    assertThat(MatrixText.format(A, MatrixFormat.CSV, Locale.GERMANY))
        .isEqualTo("1;-2,5;0,1\n1e-9;0;0,33333334\n");
  }

  @Test
  void writesCodeWithPointsInEveryLocale() {
    assertThat(MatrixText.format(A, MatrixFormat.NUMPY, Locale.GERMANY))
        .isEqualTo(
            "np.array([[1, -2.5, 0.1],\n          [1e-9, 0, 0.33333334]], dtype=np.float32)");
    assertThat(MatrixText.format(A, MatrixFormat.MATLAB, Locale.GERMANY))
        .isEqualTo("[1 -2.5 0.1; 1e-9 0 0.33333334]");
  }

  @Test
  void writesWhatIsNoNumberInTheWordsOfEachLanguage() {
    assertThat(MatrixText.format(ODD, MatrixFormat.NUMPY, Locale.US))
        .isEqualTo("np.array([[np.nan, np.inf],\n          [-np.inf, -0.0]], dtype=np.float32)");
    assertThat(MatrixText.format(ODD, MatrixFormat.MATLAB, Locale.US))
        .isEqualTo("[NaN Inf; -Inf -0.0]");
    assertThat(MatrixText.format(ODD, MatrixFormat.TSV, Locale.US))
        .isEqualTo("NaN\tinf\n-inf\t-0.0\n");
  }

  @Test
  void writesEmptyMatricesAsCodeThatKeepsTheirShape() {
    Matrix none = Matrix.zeros(0, 3);
    assertThat(MatrixText.format(none, MatrixFormat.NUMPY, Locale.US))
        .isEqualTo("np.zeros((0, 3), dtype=np.float32)");
    assertThat(MatrixText.format(none, MatrixFormat.MATLAB, Locale.US)).isEqualTo("zeros(0, 3)");
    assertThat(MatrixText.format(none, MatrixFormat.TSV, Locale.US)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void readsBackEveryMatrixBitForBit(MatrixFormat format) {
    Random random = new Random(5);
    for (Locale locale : new Locale[] {Locale.US, Locale.GERMANY, Locale.FRANCE}) {
      for (int i = 0; i < 300; i++) {
        Matrix matrix = anyMatrix(random);
        String text = MatrixText.format(matrix, format, locale);
        assertThat(read(text, locale)).as(text).isEqualTo(matrix);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void readsBackWhatIsNoNumber(MatrixFormat format) {
    assertThat(read(MatrixText.format(ODD, format, Locale.US), Locale.US)).isEqualTo(ODD);
  }

  /** One to seven a side; small integers, everyday decimals, and any bits at all. */
  private static Matrix anyMatrix(Random random) {
    int kind = random.nextInt(3);
    return Matrix.generate(
        1 + random.nextInt(7),
        1 + random.nextInt(7),
        (i, j) ->
            switch (kind) {
              case 0 -> random.nextInt(2001) - 1000;
              case 1 -> Math.rint(random.nextGaussian() * 1000) / 1000;
              default -> anyFinite(random);
            });
  }

  private static float anyFinite(Random random) {
    float x = Float.intBitsToFloat(random.nextInt());
    return Float.isFinite(x) ? x : 0;
  }

  private static Matrix read(String text, Locale locale) {
    if (!(MatrixText.parse(text, 100, locale) instanceof PastedMatrix.Cells cells)) {
      throw new AssertionError("not read: " + text);
    }
    return Matrix.generate(cells.rows(), cells.cols(), (i, j) -> value(cells.cell(i, j), locale));
  }

  private static double value(String cell, Locale locale) {
    if (NumberParser.parse(cell, locale) instanceof Parsed.Value value) {
      return value.value();
    }
    throw new AssertionError("no number: " + cell);
  }
}
