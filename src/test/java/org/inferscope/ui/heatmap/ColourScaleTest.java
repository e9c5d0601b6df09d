package org.inferscope.ui.heatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.inferscope.tensor.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColourScaleTest {
  private static Matrix one(float value) {
    return Matrix.of(1, 1, new float[] {value});
  }

  @ParameterizedTest
  @CsvSource({
    "1.2, 1.2",
    "-1.2, 1.2",
    "1.21, 1.5",
    "0.4, 0.4",
    "0.41, 0.5",
    "9, 10",
    "8, 8",
    "2.2, 2.5",
    "1000, 1000",
    "0.001, 0.001",
    "3.4e38, 4e38",
    "1e-45, 1.5e-45"
  })
  void theLargestSizeIsRoundedUpToTheNextStep(float largest, double limit) {
    assertThat(ColourScale.limit(one(largest))).isEqualTo(limit, within(limit * 1e-12));
  }

  @Test
  void zerosGiveOne() {
    assertThat(ColourScale.limit(Matrix.zeros(3, 4))).isEqualTo(1);
    assertThat(ColourScale.limit()).isEqualTo(1);
    assertThat(ColourScale.limit(Matrix.zeros(0, 4))).isEqualTo(1);
  }

  @Test
  void whatIsNotANumberDoesNotCount() {
    float[] values = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, -3};
    assertThat(ColourScale.limit(Matrix.of(2, 2, values))).isEqualTo(3);
  }

  @Test
  void theLargestOfSeveralMatricesCounts() {
    assertThat(ColourScale.limit(one(1), one(-5), one(2))).isEqualTo(5);
  }

  @Test
  void noValueLiesFarBelowTheLimitOrAboveIt() {
    Random random = new Random(3);
    for (int n = 0; n < 2000; n++) {
      float value = (float) (random.nextGaussian() * Math.pow(10, random.nextInt(60) - 30));
      double size = Math.abs(value);
      double limit = ColourScale.limit(one(value));
      assertThat(limit).isBetween(size * (1 - 2e-6), size * 1.34);
    }
  }

  @Test
  void aDragOverADecadeChangesTheLimitTenTimes() {
    Set<Double> limits = new TreeSet<>();
    for (int n = 0; n <= 1000; n++) {
      limits.add(ColourScale.limit(one(1 + n * 0.009f)));
    }
    assertThat(limits).hasSize(11);
  }
}
