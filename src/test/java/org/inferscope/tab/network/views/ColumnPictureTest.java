package org.inferscope.tab.network.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.inferscope.model.network.Histogram;
import org.inferscope.support.Pictures;
import org.inferscope.tensor.Matrix;
import org.inferscope.ui.theme.Look;
import org.inferscope.ui.theme.Palette;
import org.inferscope.ui.theme.Themes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ColumnPictureTest {
  @BeforeEach
  void look() {
    Pictures.onEventThread(
        () -> {
          Themes.install(Look.of(false));
          return true;
        });
  }

  private static Matrix random(int rows, int cols, long seed) {
    Random random = new Random(seed);
    return Matrix.generate(rows, cols, (i, j) -> random.nextGaussian());
  }

  private static int[] pixels(ColumnPicture picture) {
    BufferedImage image = Objects.requireNonNull(picture.image());
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  private static int[] counts(ColumnPicture picture) {
    Histogram histogram = Objects.requireNonNull(picture.histogram());
    return IntStream.range(0, histogram.bins()).map(histogram::count).toArray();
  }

  @Test
  void aPixelShowsTheNumberOfLargestSizeAmongThoseThatShareIt() {
    ColumnPicture picture = new ColumnPicture();
    picture.show(Matrix.of(1, 4, new float[] {0.1f, -0.9f, 0.2f, 0.1f}), 1, 2, 1, null);

    assertThat(pixels(picture))
        .containsExactly(
            0xff000000 | Palette.signed().rgbAt(-0.9f), 0xff000000 | Palette.signed().rgbAt(0.2f));
  }

  @Test
  void nanShowsWhateverSharesItsPixel() {
    ColumnPicture picture = new ColumnPicture();
    picture.show(
        Matrix.of(1, 3, new float[] {Float.NaN, Float.POSITIVE_INFINITY, 5}), 5, 1, 1, null);

    assertThat(pixels(picture)).containsExactly(Palette.text().getRGB());
  }

  @Test
  void changedRowsGiveWhatMakingAllAnewGives() {
    for (int[] size : new int[][] {{32, 16, 100, 100}, {300, 50, 20, 37}, {1024, 7, 7, 170}}) {
      Matrix before = random(size[0], size[1], 1);
      Matrix after = before;
      int[] rows = {0, size[0] / 2, size[0] - 1};
      for (int row : rows) {
        for (int j = 0; j < size[1]; j++) {
          after = after.with(row, j, j % 3 == 0 ? 0 : -2.5f + j);
        }
      }
      ColumnPicture updated = new ColumnPicture();
      updated.show(before, 4, size[2], size[3], null);
      updated.show(after, 4, size[2], size[3], rows);
      ColumnPicture anew = new ColumnPicture();
      anew.show(after, 4, size[2], size[3], null);

      assertThat(pixels(updated)).containsExactly(pixels(anew));
      assertThat(counts(updated)).containsExactly(counts(anew));
    }
  }

  @Test
  void anotherLimitMakesAllAnew() {
    Matrix values = random(10, 10, 2);
    ColumnPicture picture = new ColumnPicture();
    picture.show(values, 4, 10, 10, null);
    assertThat(picture.isStale(values, 4, 10, 10)).isFalse();
    assertThat(picture.isStale(values, 5, 10, 10)).isTrue();
    picture.show(values, 5, 10, 10, new int[0]);

    assertThat(Objects.requireNonNull(picture.histogram()).limit()).isEqualTo(5);
  }

  @Test
  void everyValueBelongsToThePixelThatItsEdgesSay() {
    for (int pixels : new int[] {1, 3, 7, 100}) {
      int[] edges = Edges.of(100, pixels);
      for (int value = 0; value < 100; value++) {
        int pixel = Edges.pixelOf(value, 100, pixels);
        assertThat(value).isBetween(edges[pixel], edges[pixel + 1] - 1);
      }
    }
  }
}
