package org.inferscope.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;

class MatrixTest {
  private static final Matrix A = Matrix.of(new float[][] {{1, 2, 3}, {4, 5, 6}});

  @Test
  void keepsItsValuesRowAfterRow() {
    assertThat(A.toArray()).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(A.toDoubles()).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(A.get(1, 0)).isEqualTo(4);
    assertThat(A.row(1)).containsExactly(4, 5, 6);
    assertThat(A.column(2)).containsExactly(3, 6);
    assertThat(A.rows()).isEqualTo(2);
    assertThat(A.cols()).isEqualTo(3);
    assertThat(A.size()).isEqualTo(6);
    assertThat(A.shape()).isEqualTo(Shape.of(2, 3));
    assertThat(A.shapeText()).isEqualTo("2×3");
  }

  @Test
  void isTheSameHoweverItIsMade() {
    assertThat(Matrix.of(2, 3, new float[] {1, 2, 3, 4, 5, 6})).isEqualTo(A);
    assertThat(Matrix.of(2, 3, new double[] {1, 2, 3, 4, 5, 6})).isEqualTo(A);
    assertThat(Matrix.of(new double[][] {{1, 2, 3}, {4, 5, 6}})).isEqualTo(A).hasSameHashCodeAs(A);
    assertThat(Matrix.owning(2, 3, new float[] {1, 2, 3, 4, 5, 6})).isEqualTo(A);
    assertThat(Matrix.generate(2, 3, (i, j) -> 3 * i + j + 1)).isEqualTo(A);
    assertThat(Matrix.zeros(2, 2)).isEqualTo(Matrix.of(new float[2][2]));
    assertThat(Matrix.identity(2)).isEqualTo(Matrix.of(new float[][] {{1, 0}, {0, 1}}));
  }

  @Test
  void doesNotChangeWithTheArraysItGaveOrTook() {
    float[] given = {1, 2};
    Matrix matrix = Matrix.of(1, 2, given);
    given[0] = 9;
    matrix.toArray()[0] = 9;
    matrix.row(0)[0] = 9;
    matrix.column(0)[0] = 9;
    assertThat(matrix.get(0, 0)).isEqualTo(1);
  }

  @Test
  void showsItsValuesWithoutCopyingAndWithoutLettingThemChange() {
    FloatBuffer buffer = A.buffer();
    assertThat(buffer.isReadOnly()).isTrue();
    assertThat(buffer.remaining()).isEqualTo(6);
    assertThat(buffer.get(5)).isEqualTo(6);
  }

  @Test
  void transposes() {
    assertThat(A.transpose()).isEqualTo(Matrix.of(new float[][] {{1, 4}, {2, 5}, {3, 6}}));
    assertThat(A.transpose().transpose()).isEqualTo(A);
  }

  @Test
  void changesOneValueInACopy() {
    Matrix changed = A.with(0, 2, 7);
    assertThat(changed.row(0)).containsExactly(1, 2, 7);
    assertThat(A.get(0, 2)).isEqualTo(3);
  }

  @Test
  void comparesBits() {
    Matrix nan = Matrix.of(new float[][] {{Float.NaN}});
    assertThat(nan).isEqualTo(Matrix.of(new double[][] {{Double.NaN}}));
    assertThat(Matrix.of(new float[][] {{-0f}})).isNotEqualTo(Matrix.zeros(1, 1));
    assertThat(Matrix.zeros(2, 3)).isNotEqualTo(Matrix.zeros(3, 2));
    assertThat(A).isNotEqualTo(A.with(1, 1, 0));
  }

  @Test
  void mayBeEmpty() {
    Matrix none = Matrix.zeros(0, 3);
    assertThat(none.shapeText()).isEqualTo("0×3");
    assertThat(none.transpose().shapeText()).isEqualTo("3×0");
    assertThat(none.column(1)).isEmpty();
    assertThat(Matrix.zeros(3, 0).row(2)).isEmpty();
    assertThat(Matrix.of(new float[0][])).isEqualTo(Matrix.zeros(0, 0));
  }

  @Test
  void refusesWhatIsNoMatrix() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Matrix.of(new float[][] {{1, 2}, {3}}))
        .withMessage("'rows[1].length' must be 2 as in row 0, but was 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Matrix.of(new double[][] {{1}, {2, 3}}))
        .withMessage("'rows[1].length' must be 1 as in row 0, but was 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Matrix.of(2, 2, new float[3]))
        .withMessage("'rowMajor' has length 3, 'rows × cols' has length 4");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Matrix.zeros(-1, 2))
        .withMessage("'rows' must be 0 or more, but was -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Matrix.zeros(1 << 16, 1 << 16))
        .withMessageContaining("was 4294967296");
  }

  @Test
  void refusesPlacesOutside() {
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> A.get(0, 3))
        .withMessage("'j' must be from 0 to below 3, but was 3");
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> A.with(-1, 0, 0))
        .withMessage("'i' must be from 0 to below 2, but was -1");
  }

  @Test
  void printsItsRowsWhileTheyAreFew() {
    assertThat(A).hasToString("Matrix 2×3 [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]");
    assertThat(Matrix.zeros(9, 9)).hasToString("Matrix 9×9");
  }
}
