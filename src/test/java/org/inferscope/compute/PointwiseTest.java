package org.inferscope.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PointwiseTest {

  /** The values from each function's definition, worked out to 12 digits apart from this code. */
  @ParameterizedTest(name = "{0}({1}) = {2}")
  @CsvSource({
    "IDENTITY, -1.5, -1.5",
    "RELU, -2, 0",
    "RELU, 2.5, 2.5",
    "LEAKY_RELU, -2, -0.02",
    "LEAKY_RELU, 3, 3",
    "GELU, 1, 0.841191990608",
    "GELU, -1, -0.158808009392",
    "GELU, 3, 2.99636260792",
    "SILU, 1, 0.731058578630",
    "SILU, -2, -0.238405844044",
    "SIGMOID, 0, 0.5",
    "SIGMOID, 2, 0.880797077978",
    "SIGMOID, -2, 0.119202922022",
    "TANH, 0.5, 0.462117157260",
    "TANH, -1, -0.761594155956"
  })
  void hasTheValueOfItsDefinition(Pointwise f, double x, double expected) {
    assertThat(f.of(x)).isEqualTo(expected, within(1e-11));
  }

  @ParameterizedTest
  @EnumSource
  void keepsNan(Pointwise f) {
    assertThat(f.of(Double.NaN)).isNaN();
  }

  @ParameterizedTest
  @EnumSource
  void growsFromMinusOneThousandToOneThousandWithoutOverflow(Pointwise f) {
    for (double x = 1; x <= 1000; x *= 10) {
      assertThat(f.of(x)).isFinite().isGreaterThanOrEqualTo(f.of(-x));
    }
    assertThat(f.of(-1000)).isFinite();
  }

  @Test
  void sigmoidAndTanhEndAtTheirLimits() {
    assertThat(Pointwise.SIGMOID.of(Double.POSITIVE_INFINITY)).isEqualTo(1);
    assertThat(Pointwise.SIGMOID.of(Double.NEGATIVE_INFINITY)).isZero();
    assertThat(Pointwise.TANH.of(Double.POSITIVE_INFINITY)).isEqualTo(1);
    assertThat(Pointwise.TANH.of(Double.NEGATIVE_INFINITY)).isEqualTo(-1);
  }

  @Test
  void siluAndGeluArePartsOfXAboveZero() {
    for (double x = 0.125; x < 8; x *= 2) {
      assertThat(Pointwise.SILU.of(x)).isBetween(x / 2, x);
      assertThat(Pointwise.GELU.of(x)).isBetween(x / 2, x);
    }
  }
}
