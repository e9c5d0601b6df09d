package org.inferscope.ui.bars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.inferscope.ui.paint.Box;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BarScaleTest {
  private static final Box PLOT = new Box(40, 10, 200, 100);

  private static float[] random(Random random) {
    float[] values = new float[1 + random.nextInt(64)];
    double size = Math.pow(10, random.nextInt(70) - 35);
    double shift = random.nextInt(3) - 1;
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) ((random.nextGaussian() + 3 * shift) * size);
    }
    if (random.nextInt(4) == 0) {
      values[0] = Float.NEGATIVE_INFINITY;
    }
    if (random.nextInt(4) == 0) {
      values[values.length - 1] = Float.NaN;
    }
    return values;
  }

  @Test
  void theScaleContainsZeroAndAllFiniteValuesWithALittleHeadRoom() {
    Random random = new Random(5);
    for (int n = 0; n < 2000; n++) {
      float[] values = random(random);
      BarScale scale = BarScale.of(values);
      assertThat(scale.low()).isLessThanOrEqualTo(0);
      assertThat(scale.high()).isGreaterThanOrEqualTo(0);
      double low = 0;
      double high = 0;
      for (float value : values) {
        if (Float.isFinite(value)) {
          assertThat(scale.covers(value)).isTrue();
          low = Math.min(low, value);
          high = Math.max(high, value);
        }
      }
      double range = scale.high() - scale.low();
      assertThat(range).isPositive().isFinite();
      if (low < high) {
        assertThat(high - low).as("%s to %s", low, high).isGreaterThan(0.6 * range);
      }
    }
  }

  @Test
  void aSideWithoutValuesEndsAtZero() {
    assertThat(BarScale.of(new float[] {1, 2, 3, 4})).isEqualTo(new BarScale(0, 4.5));
    assertThat(BarScale.of(new float[] {-1, -2})).isEqualTo(new BarScale(-2.5, 0));
  }

  @Test
  void severalVectorsShareAScale() {
    assertThat(BarScale.of(new float[] {1}, new float[] {-9}).covers(-9)).isTrue();
  }

  @Test
  void zerosAndWhatIsNotANumberGiveOneToBothSides() {
    BarScale unit = new BarScale(-1, 1);
    assertThat(BarScale.of(new float[] {0, -0f})).isEqualTo(unit);
    assertThat(BarScale.of()).isEqualTo(unit);
    assertThat(BarScale.of(new float[] {Float.NaN, Float.POSITIVE_INFINITY})).isEqualTo(unit);
  }

  @Test
  void theLargestAndTheSmallestFloatsHaveAScale() {
    float[] extremes = {Float.MAX_VALUE, -Float.MAX_VALUE};
    assertThat(BarScale.of(extremes).high()).isFinite().isGreaterThan(Float.MAX_VALUE);
    assertThat(BarScale.of(new float[] {Float.MIN_VALUE}).covers(Float.MIN_VALUE)).isTrue();
  }

  @Test
  void placesAndValuesAnswerEachOther() {
    BarScale scale = new BarScale(-2, 6);
    assertThat(scale.position(PLOT, -2)).isEqualTo(40);
    assertThat(scale.position(PLOT, 0)).isEqualTo(90);
    assertThat(scale.position(PLOT, 6)).isEqualTo(240);
    assertThat(scale.valueAt(PLOT, 90)).isEqualTo(0, within(1e-12));
    assertThat(scale.valueAt(PLOT, 265)).isEqualTo(7, within(1e-12));
    assertThat(scale.perPixel(PLOT)).isEqualTo(0.04);
  }

  @Test
  void whatLiesBeyondIsHeldAtTheEdgeAndNanLiesAtZero() {
    BarScale scale = new BarScale(-2, 6);
    assertThat(scale.position(PLOT, 1e9)).isEqualTo(240);
    assertThat(scale.position(PLOT, Double.NEGATIVE_INFINITY)).isEqualTo(40);
    assertThat(scale.position(PLOT, Double.NaN)).isEqualTo(90);
    assertThat(scale.covers(Double.NaN)).isFalse();
    assertThat(scale.covers(Double.POSITIVE_INFINITY)).isFalse();
    assertThat(scale.covers(6)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 8})
  void ticksAreRoundEvenlySpacedAndFew(int most) {
    Random random = new Random(7);
    for (int n = 0; n < 2000; n++) {
      BarScale scale = BarScale.of(random(random));
      double[] ticks = scale.ticks(most);
      assertThat(ticks.length).isBetween(1, most);
      assertThat(ticks).contains(0);
      assertThat(Arrays.stream(ticks).allMatch(scale::covers)).isTrue();
      for (int k = 1; k < ticks.length; k++) {
        double step = ticks[k] - ticks[k - 1];
        assertThat(step).isCloseTo(ticks[1] - ticks[0], within(Math.abs(step) * 1e-6));
        assertThat(digit(step)).isIn(1L, 2L, 5L);
      }
    }
  }

  private static long digit(double step) {
    double size = step / Math.pow(10, Math.floor(Math.log10(step * (1 + 1e-9))));
    assertThat(size).isCloseTo(Math.rint(size), within(1e-6));
    return Math.round(size);
  }

  @Test
  void ticksAreTheNumbersOfTheirTexts() {
    assertThat(new BarScale(-0.3, 0.3).ticks(8)).contains(-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3);
  }

  @Test
  void aDragBeyondTheEdgeWidensThatSideOnly() {
    BarScale scale = new BarScale(0, 4.5);
    assertThat(scale.widened(4.5)).isSameAs(scale);
    assertThat(scale.widened(5).low()).isZero();
    assertThat(scale.widened(5).high()).isGreaterThan(5);
    assertThat(scale.widened(-0.1).high()).isEqualTo(4.5);
    assertThat(scale.widened(-0.1).low()).isLessThan(-0.5);
    assertThat(scale.widened(Double.NaN)).isSameAs(scale);
    assertThat(scale.widened(Double.POSITIVE_INFINITY)).isSameAs(scale);
  }

  @Test
  void aLongDragChangesTheScaleSeldom() {
    BarScale scale = new BarScale(-1, 1);
    Set<BarScale> seen = new HashSet<>();
    for (int n = 0; n <= 5000; n++) {
      double value = 1 + n * 0.02;
      scale = scale.widened(value);
      assertThat(scale.covers(value)).isTrue();
      seen.add(scale);
    }
    assertThat(seen).hasSizeLessThan(25);
  }

  @Test
  void aDragToTheEndOfTheWorldStaysFinite() {
    BarScale scale = new BarScale(-1, 1);
    for (double value = 1; value < Double.MAX_VALUE / 10; value *= 10) {
      scale = scale.widened(value).widened(-value);
    }
    assertThat(scale.high() - scale.low()).isFinite();
    assertThat(scale.ticks(5)).contains(0);
  }

  @Test
  void aScaleWithoutZeroOrWidthIsRefused() {
    assertThatThrownBy(() -> new BarScale(1, 2)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new BarScale(0, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new BarScale(-1, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new BarScale(0, Double.POSITIVE_INFINITY))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
