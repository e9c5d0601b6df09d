package org.inferscope.model.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.inferscope.tensor.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinearGeometryTest {
  private static LinearGeometry of(double[][] w) {
    return LinearGeometry.of(FigureLayers.of(w));
  }

  @Test
  void appliesToThePlaneAndToSpaceOnly() {
    assertThat(LinearGeometry.applies(FigureLayers.random(1, 2, 2))).isTrue();
    assertThat(LinearGeometry.applies(FigureLayers.random(1, 3, 3))).isTrue();
    assertThat(LinearGeometry.applies(FigureLayers.random(1, 2, 3))).isFalse();
    assertThat(LinearGeometry.applies(FigureLayers.random(1, 3, 2))).isFalse();
    assertThat(LinearGeometry.applies(FigureLayers.random(1, 4, 4))).isFalse();
    assertThat(LinearGeometry.applies(FigureLayers.random(1, 1, 1))).isFalse();
    assertThatThrownBy(() -> LinearGeometry.of(FigureLayers.notebook()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void figuresOfAMapByHand() {
    LinearGeometry map =
        LinearGeometry.of(FigureLayers.of(new double[][] {{3, 0}, {4, 5}}, new double[] {3, -4}));
    assertThat(map.determinant()).isEqualTo(15);
    assertThat(map.rank()).isEqualTo(2);
    assertThat(map.singularValues())
        .containsExactly(new double[] {Math.sqrt(45), Math.sqrt(5)}, within(1e-14));
    assertThat(map.shift()).containsExactly(3, -4);
    assertThat(map.shiftLength()).isEqualTo(5);
    assertThat(map.apply(map.at(1), new double[] {1, 2})).containsExactly(3, 14);
  }

  @Test
  void theDeterminantOfSpaceIsSarrus() {
    assertThat(of(new double[][] {{2, 7, 1}, {8, 2, 8}, {1, 8, 2}}).determinant())
        .isEqualTo(8 + 56 + 64 - 2 - 128 - 112);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void singularValuesAndDirectionsGiveWBack(int n) {
    for (int seed = 0; seed < 50; seed++) {
      Matrix w = FigureLayers.matrix(seed, n, n);
      LinearGeometry map = LinearGeometry.of(new LinearLayer(w, Matrix.zeros(n, 1)));
      SmallSvd svd = map.svd();
      double product = 1;
      for (int k = 0; k < n; k++) {
        double[] image = map.apply(map.at(1), svd.direction(k));
        for (int i = 0; i < n; i++) {
          assertThat(image[i]).isCloseTo(svd.values()[k] * svd.image(k)[i], within(1e-13));
        }
        assertThat(SmallSvd.length(svd.direction(k))).isCloseTo(1, within(1e-14));
        product *= svd.values()[k];
      }
      assertThat(svd.values()).isSortedAccordingTo((a, b) -> Double.compare(b, a));
      assertThat(product).isCloseTo(Math.abs(map.determinant()), within(1e-12));
      assertThat(map.rank()).isEqualTo(n);
    }
  }

  @Test
  void rankGoesByFloat32AsInNumpy() {
    assertThat(of(new double[][] {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}}).rank()).isEqualTo(2);
    assertThat(of(new double[][] {{1, 2}, {2, 4}}).rank()).isEqualTo(1);
    assertThat(of(new double[][] {{1, 2}, {2, 4}}).singularValues()[1]).isZero();
    assertThat(of(new double[][] {{0, 0}, {0, 0}}).rank()).isZero();
    // The tolerance of a 2×2 with the largest value 1 is 2·2⁻²³.
    assertThat(of(new double[][] {{1, 0}, {0, 0x1p-22}}).rank()).isEqualTo(1);
    assertThat(of(new double[][] {{1, 0}, {0, 0x1.000002p-22}}).rank()).isEqualTo(2);
  }

  @Test
  void goesFromDoingNothingToW() {
    LinearGeometry map = of(new double[][] {{0, -1}, {1, 0}});
    assertThat(map.at(0)).isDeepEqualTo(new double[][] {{1, 0}, {0, 1}});
    assertThat(map.at(0.5)).isDeepEqualTo(new double[][] {{0.5, -0.5}, {0.5, 0.5}});
    assertThat(map.at(1)).isDeepEqualTo(new double[][] {{0, -1}, {1, 0}});
  }

  @Test
  void numbersThatAreNotFiniteGiveNoFigures() {
    LinearGeometry map =
        LinearGeometry.of(FigureLayers.of(new double[][] {{1, Double.POSITIVE_INFINITY}, {0, 1}}));
    assertThat(map.singularValues()).containsExactly(Double.NaN, Double.NaN);
    assertThat(map.rank()).isZero();
    assertThat(map.value(GeometryQuantity.RANK)).isNaN();
    assertThat(map.at(0)).isDeepEqualTo(new double[][] {{1, 0}, {0, 1}});
    assertThat(of(new double[][] {{1, 0}, {Double.NaN, 1}}).determinant()).isNaN();
  }

  @Test
  void largeNumbersDoNotOverflow() {
    LinearGeometry map = of(new double[][] {{3e38, 0}, {0, 1e-38}});
    assertThat(map.singularValues()[0]).isCloseTo(3e38, within(1e31));
    assertThat(map.singularValues()[1]).isZero(); // Float64 cannot tell it from 0 beside 3e38.
    assertThat(map.determinant()).isCloseTo(3, within(1e-6));
  }

  @ParameterizedTest
  @EnumSource(GeometryQuantity.class)
  void everyFigureHasItsTexts(GeometryQuantity quantity) {
    assertThat(quantity.title()).isNotBlank().doesNotContain("!");
    assertThat(quantity.meaning()).isNotBlank().doesNotContain("!");
    assertThat(quantity.applies(3)).isTrue();
    assertThat(quantity.applies(2)).isEqualTo(quantity != GeometryQuantity.SINGULAR_3);
    assertThat(quantity.applies(4)).isFalse();
  }

  @Test
  void handsOutCopies() {
    LinearGeometry map = of(new double[][] {{1, 0}, {0, 1}});
    map.singularValues()[0] = 7;
    map.shift()[0] = 7;
    map.at(1)[0][0] = 7;
    assertThat(map.singularValues()[0]).isEqualTo(1);
    assertThat(map.shiftLength()).isZero();
    assertThat(map.determinant()).isEqualTo(1);
  }
}
