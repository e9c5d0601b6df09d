package org.inferscope.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccuracyTest {
  private static final float INF = Float.POSITIVE_INFINITY;

  /** The last column is what numpy.isclose(a, b) says. */
  @ParameterizedTest
  @CsvSource({
    "1, 1, true",
    "1.00001, 1, true",
    "1.0000101, 1, false",
    "10000000000, 10000100000, true",
    "10000000000, 10000200000, false",
    "1e-8, 0, true",
    "1.1e-8, 0, false",
    "-1, 1, false",
    "0, -0.0, true",
    "NaN, NaN, false",
    "NaN, 1, false",
    "1, NaN, false",
    "Infinity, Infinity, true",
    "-Infinity, -Infinity, true",
    "Infinity, -Infinity, false",
    "Infinity, 1e308, false",
    "1e308, Infinity, false"
  })
  void judgesCloseAsNumpyDoes(double a, double b, boolean close) {
    assertThat(Accuracy.isClose(a, b, Accuracy.RTOL, Accuracy.ATOL)).isEqualTo(close);
  }

  @Test
  void measuresTheToleranceOnTheReference() {
    assertThat(Accuracy.isClose(1, 1.1, 0.095, 0)).isTrue();
    assertThat(Accuracy.isClose(1.1, 1, 0.095, 0)).isFalse();
  }

  @Test
  void wantsAllPairsClose() {
    float[] a = {1, 2, 3};
    assertThat(Accuracy.allClose(a, new float[] {1, 2, 3.00001f}, 1e-5, 1e-8)).isTrue();
    assertThat(Accuracy.allClose(a, new double[] {1, 2, 3.1}, 1e-5, 1e-8)).isFalse();
    assertThat(Accuracy.allClose(new float[0], new float[0], 0, 0)).isTrue();
  }

  @Test
  void findsTheLargestDifference() {
    assertThat(Accuracy.maxAbsDiff(new float[] {1, -2}, new float[] {1.5f, 2})).isEqualTo(4);
    assertThat(Accuracy.maxAbsDiff(new float[0], new float[0])).isZero();
    assertThat(Accuracy.maxAbsDiff(new float[] {INF}, new float[] {INF})).isZero();
    assertThat(Accuracy.maxAbsDiff(new float[] {INF}, new float[] {1})).isInfinite();
    assertThat(Accuracy.maxAbsDiff(new float[] {Float.NaN, 9}, new float[] {1, 1})).isNaN();
  }

  @Test
  void measuresTheRelativeFrobeniusError() {
    double[] ref = {3, 4};
    assertThat(Accuracy.relativeFrobenius(new float[] {3, 4}, ref)).isZero();
    assertThat(Accuracy.relativeFrobenius(new float[] {3, 4.5f}, ref))
        .isCloseTo(0.1, within(1e-15));
    assertThat(Accuracy.relativeFrobenius(new float[] {0}, new double[] {0})).isZero();
    assertThat(Accuracy.relativeFrobenius(new float[] {1}, new double[] {0})).isInfinite();
    assertThat(Accuracy.relativeFrobenius(new float[] {Float.NaN, 4}, ref)).isNaN();
    assertThat(Accuracy.relativeFrobenius(new float[0], new double[0])).isZero();
  }

  @Test
  void callsAnInfinityOnOneSideOnlyInfinitelyWrong() {
    double error = Accuracy.relativeFrobenius(new float[] {INF, 4}, new double[] {3, 4});
    assertThat(error).isInfinite();
    double missing = Accuracy.relativeFrobenius(new float[] {3, 4}, new double[] {INF, 4});
    assertThat(missing).isInfinite();
  }

  @Test
  void seesAnErrorBesideInfinitiesThatAgree() {
    double error = Accuracy.relativeFrobenius(new float[] {INF, 4.5f}, new double[] {INF, 4});
    assertThat(error).isCloseTo(0.125, within(1e-15));
  }

  @Test
  void comparesMatricesOfOneShape() {
    Matrix a = Matrix.identity(2);
    assertThat(Accuracy.allClose(a, a.with(0, 1, 1e-9f))).isTrue();
    assertThat(Accuracy.maxAbsDiff(a, a.with(0, 1, 0.25f))).isEqualTo(0.25);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Accuracy.maxAbsDiff(a, Matrix.zeros(2, 3)))
        .withMessage("'a' must be 2×3 as b, but was 2×2");
  }

  @Test
  void refusesArraysOfDifferentLength() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Accuracy.allClose(new float[1], new float[2], 0, 0))
        .withMessage("'a' has length 1, 'b' has length 2");
  }
}
