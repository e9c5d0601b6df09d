package org.inferscope.model.gpt2.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.inferscope.tensor.Matrix;
import org.inferscope.tensor.NumpyRandom;
import org.junit.jupiter.api.Test;

class PyramidTest {
  private static final Matrix MATRIX = new NumpyRandom(7).randn(700, 300);
  private final WeightNumbers numbers = WeightStatsTest.numbers(MATRIX);

  @Test
  void theFullLevelHasTheNumbersThemselves() {
    Texels tile =
        Pyramid.tile(numbers, new TileKey(Level.FULL, 1, 2), Merge.MEAN, PyramidTest::goOn);
    assertThat(tile.width()).isEqualTo(300 - 256);
    assertThat(tile.height()).isEqualTo(700 - 512);
    assertThat(tile.get(3, 5)).isEqualTo(MATRIX.get(512 + 5, 256 + 3));
    assertThat(tile.get(43, 187)).isEqualTo(MATRIX.get(699, 299));
  }

  @Test
  void aTexelIsTheMeanOfItsBlockAlsoWhereTheMatrixEnds() {
    Level level = new Level(1, 3);
    Texels tile = Pyramid.tile(numbers, new TileKey(level, 0, 0), Merge.MEAN, PyramidTest::goOn);
    assertThat(tile.width()).isEqualTo(150);
    assertThat(tile.height()).isEqualTo(88);
    assertThat((double) tile.get(10, 20)).isCloseTo(mean(160, 168, 20, 22), within(1e-6));
    assertThat((double) tile.get(149, 87)).isCloseTo(mean(696, 700, 298, 300), within(1e-6));
  }

  private static double mean(int fromRow, int toRow, int fromCol, int toCol) {
    double sum = 0;
    for (int i = fromRow; i < toRow; i++) {
      for (int j = fromCol; j < toCol; j++) {
        sum += MATRIX.get(i, j);
      }
    }
    return sum / ((toRow - fromRow) * (toCol - fromCol));
  }

  @Test
  void theNumberFarthestFromZeroKeepsItsSign() {
    Matrix few = Matrix.generate(4, 4, (i, j) -> i == 1 && j == 2 ? -9 : i == 3 ? 2 : 1);
    Texels all =
        Pyramid.whole(
            WeightStatsTest.numbers(few), new Level(1, 1), Merge.LARGEST, PyramidTest::goOn);
    assertThat(new float[] {all.get(0, 0), all.get(1, 0), all.get(0, 1), all.get(1, 1)})
        .containsExactly(1, -9, 2, 2);
  }

  @Test
  void tilesOfALevelMakeUpTheWhole() {
    Level level = new Level(0, 1);
    Texels whole = Pyramid.whole(numbers, level, Merge.LARGEST, PyramidTest::goOn);
    Texels tile = Pyramid.tile(numbers, new TileKey(level, 1, 1), Merge.LARGEST, PyramidTest::goOn);
    assertThat(whole.width()).isEqualTo(300);
    assertThat(whole.height()).isEqualTo(350);
    assertThat(tile.get(7, 9)).isEqualTo(whole.get(256 + 7, 256 + 9));
  }

  @Test
  void anEmbeddingIsHalvedWhereItIsLong() {
    Level level = Level.within(50257, 768, 512);
    assertThat(level).isEqualTo(new Level(1, 7));
    assertThat(level.width(768)).isEqualTo(384);
    assertThat(level.height(50257)).isEqualTo(393);
    assertThat(Level.within(512, 1, 512)).isEqualTo(Level.FULL);
  }

  @Test
  void theLimitHoldsTheGivenPartOfTheNumbers() {
    double limit = Pyramid.limit(numbers, Level.FULL, Merge.MEAN, 0.99, PyramidTest::goOn);
    assertThat(limit).isCloseTo(2.576, within(0.04));
    double coarse = Pyramid.limit(numbers, new Level(2, 2), Merge.MEAN, 0.99, PyramidTest::goOn);
    assertThat(coarse).isCloseTo(2.576 / 4, within(0.03));
  }

  @Test
  void ofZerosTheLimitIsOne() {
    WeightNumbers zeros = WeightStatsTest.numbers(Matrix.zeros(3, 5));
    assertThat(Pyramid.limit(zeros, Level.FULL, Merge.MEAN, 0.99, PyramidTest::goOn)).isEqualTo(1);
  }

  /** Goes on to the end. */
  private static void goOn() {}
}
