package org.inferscope.model.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.IntStream;
import org.inferscope.tensor.Matrix;
import org.junit.jupiter.api.Test;

class HistogramTest {
  private static Matrix row(float... values) {
    return Matrix.of(1, values.length, values);
  }

  private static int[] counts(Histogram histogram) {
    return IntStream.range(0, histogram.bins()).map(histogram::count).toArray();
  }

  @Test
  void valuesFallIntoBinsOnTheirSideOfZero() {
    Histogram histogram = Histogram.of(row(-2, -1.5f, -0.1f, 0.1f, 0.9f, 1, 2), 2, 2);

    assertThat(counts(histogram)).containsExactly(2, 1, 2, 2);
    assertThat(histogram.low(0)).isEqualTo(-2);
    assertThat(histogram.low(2)).isZero();
    assertThat(histogram.low(4)).isEqualTo(2);
    assertThat(histogram.highest()).isEqualTo(2);
  }

  @Test
  void exactZerosNanAndInfinityAreCountedApart() {
    Histogram histogram =
        Histogram.of(
            row(
                0,
                -0f,
                0,
                Float.NaN,
                Float.POSITIVE_INFINITY,
                Float.NEGATIVE_INFINITY,
                Float.NEGATIVE_INFINITY,
                0.5f),
            1,
            3);

    assertThat(histogram.zeros()).isEqualTo(3);
    assertThat(histogram.share(histogram.zeros())).isEqualTo(3 / 8.0);
    assertThat(histogram.notNumbers()).isEqualTo(1);
    assertThat(histogram.infinite()).isEqualTo(3);
    assertThat(counts(histogram)).containsExactly(0, 0, 0, 0, 1, 0);
  }

  @Test
  void theSmallestNumbersStayOnTheirSideAndThoseBeyondTheLimitInTheLastBin() {
    Histogram histogram =
        Histogram.of(
            row(Float.MIN_VALUE, -Float.MIN_VALUE, Float.MAX_VALUE, -Float.MAX_VALUE), 1, 2);

    assertThat(counts(histogram)).containsExactly(1, 1, 1, 1);
  }

  @Test
  void nothingIsLostWhateverTheNumbers() {
    Random random = new Random(3);
    Matrix values = Matrix.generate(40, 50, (i, j) -> random.nextInt(4) * random.nextGaussian());
    Histogram histogram = Histogram.of(values, 2.5, 15);

    assertThat(IntStream.of(counts(histogram)).sum() + histogram.zeros()).isEqualTo(2000);
    assertThat(histogram.total()).isEqualTo(2000);
  }

  @Test
  void everyBinHoldsWhatLiesBetweenItsEnds() {
    Random random = new Random(4);
    for (int n = 0; n < 500; n++) {
      float value = (float) (random.nextDouble() * 4 - 2);
      Histogram one = Histogram.of(row(value), 2, 15);
      int bin = one.binOf(value);

      assertThat(one.count(bin)).isEqualTo(1);
      assertThat((double) value).isBetween(one.low(bin) - 1e-9, one.low(bin + 1) + 1e-9);
    }
  }

  @Test
  void replacedValuesGiveWhatCountingAnewGives() {
    float[] before = {0, 0.2f, -0.7f, Float.NaN};
    float[] after = {0.9f, 0, Float.NEGATIVE_INFINITY, -0.1f};
    Histogram first = Histogram.of(row(before), 1, 4);
    Histogram changed = first.replacing(before, after);
    Histogram anew = Histogram.of(row(after), 1, 4);

    assertThat(counts(changed)).containsExactly(counts(anew));
    assertThat(changed.zeros()).isEqualTo(anew.zeros());
    assertThat(changed.notNumbers()).isZero();
    assertThat(changed.infinite()).isEqualTo(1);
    assertThat(first.zeros()).isEqualTo(1);
  }

  @Test
  void aLimitThatIsNoLengthIsRefused() {
    assertThatThrownBy(() -> Histogram.of(row(1), 0, 4)).hasMessageContaining("limit");
    assertThatThrownBy(() -> Histogram.of(row(1), Double.NaN, 4)).hasMessageContaining("limit");
    assertThatThrownBy(() -> Histogram.of(row(1), 1, 0)).hasMessageContaining("side");
  }
}
