package org.inferscope.ui.heatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.inferscope.support.Brushwork;
import org.inferscope.tensor.Matrix;
import org.inferscope.tensor.NumpyRandom;
import org.inferscope.ui.grid.NumberFit;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.paint.GridBox;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Look;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;
import org.inferscope.ui.theme.Role;
import org.inferscope.ui.theme.Themes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeatmapPainterTest {
  private static final int WIDTH = 420;
  private static final int HEIGHT = 300;
  private static final GridBox CELLS = new GridBox(20, 20, 3, 4, 60, 48, 3);
  private static final GridBox DENSE = new GridBox(20, 20, 64, 64, 4, 4, 0);
  private static final Matrix WEIGHTS =
      Matrix.of(
          new float[][] {
            {0.1f, 0.2f, 0.3f, 0.4f}, {0.5f, -0.6f, 0.7f, -0.8f}, {0.9f, 1, 1.1f, 1.2f}
          });

  static Stream<Look> looks() {
    return Stream.of(
        Look.of(false),
        Look.of(true),
        new Look(false, true, false, 1, 0),
        new Look(true, true, false, 1, 0));
  }

  @BeforeEach
  @AfterEach
  void theFirstLook() {
    Themes.install(Look.of(false));
  }

  private static NumberFit fit(GridBox grid) {
    double w = grid.cellW() - grid.gap();
    double h = grid.cellH() - grid.gap();
    return NumberFit.of(w, h, 6, Metrics.scale(), Fonts.smallest());
  }

  private static BufferedImage paint(String name, Look look, Consumer<HeatmapPainter> work) {
    return Brushwork.paint(
        name, look, WIDTH, HEIGHT, 1, brush -> work.accept(new HeatmapPainter(brush)));
  }

  /** The colour near the upper left corner of a cell, where no digit is. */
  private static Color corner(BufferedImage picture, GridBox grid, int i, int j) {
    Box cell = grid.cell(i, j);
    return Brushwork.at(picture, cell.x() + 5, cell.y() + 5);
  }

  private static Color middle(BufferedImage picture, GridBox grid, int i, int j) {
    Box cell = grid.cell(i, j);
    return Brushwork.at(picture, cell.centerX(), cell.centerY());
  }

  private static Matrix random() {
    return new NumpyRandom(42).randn(64, 64);
  }

  @ParameterizedTest
  @MethodSource("looks")
  void cellsHaveTheColourOfTheirSignAndSize(Look look) {
    BufferedImage picture =
        paint(
            "heatmap-cells-" + look.dark() + "-" + look.colorBlindSafe(),
            look,
            painter -> painter.paint(CELLS, WEIGHTS, 1.2, fit(CELLS)));

    assertThat(corner(picture, CELLS, 2, 3)).isEqualTo(Palette.signed().at(1));
    assertThat(distance(corner(picture, CELLS, 1, 3), Palette.signed().at(-0.8 / 1.2)))
        .isLessThan(9);
    assertThat(distance(corner(picture, CELLS, 0, 0), Palette.signed().at(0.1 / 1.2)))
        .isLessThan(9);
  }

  private static int distance(Color a, Color b) {
    return Math.abs(a.getRed() - b.getRed())
        + Math.abs(a.getGreen() - b.getGreen())
        + Math.abs(a.getBlue() - b.getBlue());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatIsNotANumberIsFramed(boolean dark) {
    float[] values = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 0};
    GridBox grid = new GridBox(20, 20, 1, 4, 60, 48, 3);
    BufferedImage picture =
        paint(
            "heatmap-special-" + dark,
            Look.of(dark),
            painter -> painter.paint(grid, Matrix.of(1, 4, values), 1, fit(grid)));

    assertThat(corner(picture, grid, 0, 0)).isEqualTo(Palette.errorSoft());
    assertThat(Brushwork.at(picture, 40, 20)).isEqualTo(Palette.error());
    Box plus = grid.cell(0, 1);
    Color frame = Brushwork.at(picture, plus.centerX(), plus.y() + 3);
    assertThat(distance(frame, Palette.signed().at(1))).isGreaterThan(150);
    assertThat(corner(picture, grid, 0, 2)).isEqualTo(Palette.signed().at(-1));
  }

  @ParameterizedTest
  @MethodSource("looks")
  void smallCellsAreOnePictureWithTheExactColours(Look look) {
    Matrix values = random().with(10, 10, Float.NaN).with(20, 30, Float.POSITIVE_INFINITY);
    BufferedImage picture =
        paint(
            "heatmap-picture-" + look.dark() + "-" + look.colorBlindSafe(),
            look,
            painter -> painter.paint(DENSE, values, 3, fit(DENSE)));

    assertThat(HeatmapPainter.isPicture(DENSE)).isTrue();
    assertThat(HeatmapPainter.isPicture(CELLS)).isFalse();
    for (int i = 0; i < 8; i++) {
      for (int j = 0; j < 64; j++) {
        assertThat(middle(picture, DENSE, i, j))
            .isEqualTo(Palette.signed().at(values.get(i, j) / 3));
      }
    }
    assertThat(middle(picture, DENSE, 10, 10)).isEqualTo(ValuePicture.hole());
    assertThat(middle(picture, DENSE, 20, 30)).isEqualTo(Palette.signed().at(1));
    Box infinite = DENSE.cell(20, 30);
    assertThat(Brushwork.at(picture, infinite.x() - 1, infinite.centerY()))
        .isEqualTo(ValuePicture.hole());
  }

  @Test
  void manyLargeCellsAreAPictureToo() {
    assertThat(HeatmapPainter.isPicture(new GridBox(0, 0, 64, 64, 30, 30, 2))).isTrue();
    assertThat(HeatmapPainter.isPicture(new GridBox(0, 0, 32, 16, 30, 20, 2))).isFalse();
    assertThat(HeatmapPainter.isPicture(new GridBox(0, 0, 2, 2, 40, 13, 2))).isTrue();
  }

  @Test
  void atTwiceTheScaleACellOfTheSameSizeIsTooSmallForANumber() {
    Themes.install(new Look(false, false, false, 2, 0));
    assertThat(HeatmapPainter.isPicture(new GridBox(0, 0, 2, 2, 27, 27, 2))).isTrue();
    assertThat(HeatmapPainter.isPicture(new GridBox(0, 0, 2, 2, 28, 28, 2))).isFalse();
  }

  @Test
  void thePictureFollowsMatrixLimitSpotAndTheme() {
    Matrix first = random();
    Matrix second = first.with(5, 5, 3);
    ValuePicture picture = new ValuePicture();
    Color shown = pixel(picture, first, 3, null);
    assertThat(shown).isEqualTo(Palette.signed().at(first.get(5, 5) / 3));
    assertThat(pixel(picture, second, 3, null)).isEqualTo(Palette.signed().at(1));
    assertThat(pixel(picture, second, 6, null)).isEqualTo(Palette.signed().at(0.5));
    Color veiled = pixel(picture, second, 6, Spot.row(4, Role.ROW));
    assertThat(veiled).isNotEqualTo(Palette.signed().at(0.5));
    assertThat(pixel(picture, second, 6, Spot.row(5, Role.ROW)))
        .isEqualTo(Palette.signed().at(0.5));
    Themes.install(Look.of(true));
    assertThat(pixel(picture, second, 3, null)).isEqualTo(Palette.signed().at(1));
  }

  private static Color pixel(ValuePicture picture, Matrix values, double limit, Spot spot) {
    return new Color(picture.of(values, limit, spot).getRGB(5, 5));
  }

  @Test
  void theSamePictureIsKeptFromFrameToFrame() {
    ValuePicture picture = new ValuePicture();
    Matrix values = random();
    BufferedImage first = picture.of(values, 3, null);
    first.setRGB(0, 0, 0x123456);
    BufferedImage again = picture.of(values, 3, null);
    assertThat(again).isSameAs(first);
    assertThat(again.getRGB(0, 0) & 0xffffff).as("not filled anew").isEqualTo(0x123456);
    Matrix equal = Matrix.of(64, 64, values.toArray());
    assertThat(picture.of(equal, 3, null).getRGB(0, 0) & 0xffffff).isNotEqualTo(0x123456);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aSpotKeepsItsColoursAndTheRestStepsBack(boolean dark) {
    Look look = Look.of(dark);
    BufferedImage plain =
        paint("heatmap-plain", look, p -> p.paint(CELLS, WEIGHTS, 1.2, fit(CELLS)));
    BufferedImage spotted =
        paint(
            "heatmap-spot-" + dark,
            look,
            p -> p.paint(CELLS, WEIGHTS, 1.2, fit(CELLS), Spot.row(1, Role.ROW)));

    Color ground = Palette.background();
    for (int j = 0; j < 4; j++) {
      assertThat(corner(spotted, CELLS, 1, j)).isEqualTo(corner(plain, CELLS, 1, j));
      assertThat(distance(corner(spotted, CELLS, 2, j), ground))
          .isLessThan(distance(corner(plain, CELLS, 2, j), ground) / 2);
    }
    Box row = CELLS.row(1);
    assertThat(Brushwork.at(spotted, row.centerX(), row.y() - 1)).isEqualTo(Role.ROW.ink());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void outlinesReachNoFurtherThanTheySay(boolean isDense) {
    GridBox grid = isDense ? DENSE : CELLS;
    Matrix values = isDense ? random() : WEIGHTS;
    BufferedImage picture =
        paint(
            "heatmap-outlines-" + isDense,
            Look.of(false),
            painter -> {
              painter.paint(grid, values, 3, fit(grid), Spot.row(0, Role.ROW));
              painter.outlineRow(grid, grid.rows() - 1, Role.COLUMN);
              painter.outlineColumn(grid, 0, Role.BLUE);
              painter.outlineCell(grid, 1, grid.cols() - 1, Role.PLUM);
            });

    Box reach = grid.bounds().grown(HeatmapPainter.outlineWidth());
    assertThat(Brushwork.isBareOutside(picture, reach)).isTrue();
    Box column = grid.column(0);
    assertThat(Brushwork.at(picture, column.x() - 1, column.centerY())).isEqualTo(Role.BLUE.ink());
  }

  @Test
  void aGridOfOtherSizesIsRefused() {
    HeatmapPainter painter = new HeatmapPainter(new Brush());
    assertThatThrownBy(() -> painter.paint(DENSE, WEIGHTS, 1, fit(DENSE)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("64");
    assertThatThrownBy(() -> painter.paint(CELLS, WEIGHTS, 0, fit(CELLS)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("limit");
  }
}
