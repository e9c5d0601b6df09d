package org.inferscope.model.gpt2.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.inferscope.tensor.Matrix;
import org.inferscope.tensor.NumpyRandom;
import org.junit.jupiter.api.Test;

/** Expected values were computed once with NumPy 1.24. */
class WeightStatsTest {
  /** Goes on to the end. */
  private static void goOn() {}

  /** numpy.histogram(a, 100) of {@link #normal}. */
  private static final String COUNTS =
      "1, 1, 1, 0, 1, 0, 0, 0, 3, 3, 0, 4, 7, 11, 4, 8, 10, 10, 14, 20, 11, 28, 34, 42, 46, 49,"
          + " 59, 76, 61, 81, 110, 103, 144, 121, 146, 159, 176, 204, 199, 247, 236, 236, 277,"
          + " 279, 274, 299, 307, 316, 286, 336, 313, 305, 318, 300, 296, 294, 277, 262, 266, 227,"
          + " 216, 182, 192, 188, 160, 163, 125, 127, 107, 94, 99, 83, 61, 50, 47, 40, 47, 34, 19,"
          + " 20, 16, 15, 15, 10, 7, 8, 2, 6, 2, 7, 3, 1, 0, 1, 1, 0, 0, 0, 0, 2";

  /** The same of 1 ± 30 millionths. */
  private static final String NARROW =
      "1, 1, 0, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0, 1, 0, 1, 1, 0, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0, 1, 0,"
          + " 1, 1, 0, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0, 1, 0, 1, 1, 0, 1, 0, 1, 1, 0, 1, 0, 1, 1, 0,"
          + " 1, 1, 0, 1, 0, 1, 1, 0, 1, 0, 1, 0, 1, 1, 0, 1, 0, 1, 1, 0, 1, 0, 1, 1, 0, 1, 0, 1,"
          + " 1, 0, 1, 1, 0, 1, 0, 1, 1, 0, 1, 0, 1, 1";

  /** numpy.random.seed(42); a = randn(64, 157).astype(float32) * float32(0.02). */
  private static Matrix normal() {
    Matrix values = new NumpyRandom(42).randn(64, 157);
    return Matrix.generate(64, 157, (i, j) -> values.get(i, j) * 0.02f);
  }

  static WeightNumbers numbers(Matrix of) {
    return new WeightNumbers(List.of(of.buffer()), of.rows(), of.cols());
  }

  private static WeightStats stats(float... values) {
    return WeightStats.of(numbers(Matrix.of(1, values.length, values)), WeightStatsTest::goOn);
  }

  private static String counts(WeightStats stats) {
    List<String> counts = new ArrayList<>();
    for (int bin = 0; bin < stats.bins().size(); bin++) {
      counts.add(Long.toString(stats.bins().count(bin)));
    }
    return String.join(", ", counts);
  }

  @Test
  void agreesWithNumPysFigures() {
    WeightStats stats = WeightStats.of(numbers(normal()), WeightStatsTest::goOn);
    assertThat(stats.mean()).isCloseTo(-3.16524859555018e-05, within(2e-10));
    assertThat(stats.deviation()).isCloseTo(0.020057566186244498, within(2e-9));
    assertThat(stats.min()).isEqualTo(new WeightStats.Extreme(-0.078448005f, 62, 36));
    assertThat(stats.max()).isEqualTo(new WeightStats.Extreme(0.07852475f, 18, 69));
    assertThat(stats.count()).isEqualTo(64 * 157);
  }

  @Test
  void countsIntoNumPysBins() {
    WeightStats stats = WeightStats.of(numbers(normal()), WeightStatsTest::goOn);
    assertThat(counts(stats)).isEqualTo(COUNTS);
    assertThat(stats.bins().edge(1)).isEqualTo(-0.07687828f);
    assertThat(stats.bins().edge(50)).isEqualTo(3.8374215e-5f);
    assertThat(stats.bins().edge(100)).isEqualTo(0.07852475f);
    assertThat(stats.bins().highest()).isEqualTo(336);
  }

  @Test
  void aValueOnAnEdgeBelongsToTheBinThatBeginsThereAndTheLargestToTheLast() {
    float[] tenths = new float[1001];
    for (int i = 0; i < tenths.length; i++) {
      tenths[i] = (i - 500) / 10f;
    }
    WeightStats stats = stats(tenths);
    assertThat(IntStream.range(0, 99).mapToObj(stats.bins()::count)).containsOnly(10L);
    assertThat(stats.bins().count(99)).isEqualTo(11);
  }

  @Test
  void equalNumbersAreInTheMiddleOfAUnit() {
    float[] equal = new float[37];
    Arrays.fill(equal, 0.25f);
    WeightStats stats = stats(equal);
    assertThat(stats.deviation()).isZero();
    assertThat(stats.mean()).isEqualTo(0.25);
    assertThat(stats.bins().edge(0)).isEqualTo(-0.25f);
    assertThat(stats.bins().edge(100)).isEqualTo(0.75f);
    assertThat(stats.bins().count(50)).isEqualTo(37);
    assertThat(stats.gaussian(0)).isNaN();
  }

  @Test
  void binsAsNarrowAsRoundingAreSearchedFor() {
    float[] near = new float[61];
    for (int i = 0; i < near.length; i++) {
      near[i] = 1 + (i - 30) * 1e-6f;
    }
    assertThat(counts(stats(near))).isEqualTo(NARROW);
  }

  @Test
  void numbersInSeveralBuffersAreReadAsOne() {
    Matrix whole = normal();
    float[] all = whole.toArray();
    List<FloatBuffer> parts =
        List.of(
            FloatBuffer.wrap(Arrays.copyOfRange(all, 0, 100)),
            FloatBuffer.wrap(Arrays.copyOfRange(all, 100, 5001)),
            FloatBuffer.wrap(Arrays.copyOfRange(all, 5001, all.length)));
    WeightNumbers split = new WeightNumbers(parts, 64, 157);
    assertThat(counts(WeightStats.of(split, WeightStatsTest::goOn))).isEqualTo(COUNTS);
    assertThat(split.row(31)).isEqualTo(whole.row(31));
    assertThat(split.column(99)).isEqualTo(whole.column(99));
    assertThat(split.get(0, 100)).isEqualTo(whole.get(0, 100));
  }

  @Test
  void farExtremesAreFoundWhereTheyFirstStand() {
    Matrix wide = Matrix.generate(100, 1000, (i, j) -> i == 70 && j >= 7 ? 9 : i == 81 ? -9 : 0.5);
    WeightStats stats = WeightStats.of(numbers(wide), WeightStatsTest::goOn);
    assertThat(stats.max()).isEqualTo(new WeightStats.Extreme(9, 70, 7));
    assertThat(stats.min()).isEqualTo(new WeightStats.Extreme(-9, 81, 0));
  }

  @Test
  void theNormalCurveHoldsAsManyNumbersAsThereAre() {
    WeightStats stats = WeightStats.of(numbers(normal()), WeightStatsTest::goOn);
    double sum = 0;
    for (int bin = 0; bin < 100; bin++) {
      sum += stats.gaussian((stats.bins().edge(bin) + stats.bins().edge(bin + 1)) / 2.0);
    }
    assertThat(sum).isCloseTo(64 * 157, within(5.0));
  }

  @Test
  void endsWhenItIsCancelled() {
    assertThatThrownBy(
            () ->
                WeightStats.of(
                    numbers(normal()),
                    () -> {
                      throw new CancellationException();
                    }))
        .isInstanceOf(CancellationException.class);
  }
}
