package org.inferscope.tab.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.function.Consumer;
import org.inferscope.model.linear.LinearRef;
import org.inferscope.support.Pictures;
import org.inferscope.tensor.DType;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.GridBox;
import org.inferscope.ui.theme.Look;
import org.inferscope.ui.theme.Palette;
import org.inferscope.ui.theme.Role;
import org.inferscope.ui.theme.Themes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StagePainterTest {
  private static final int WIDTH = 1100;
  private static final int HEIGHT = 620;

  /** A picture of the stage, and what it was painted from. */
  private record Painted(BufferedImage picture, Scene scene) {
    /** The colour of a cell, near its upper left corner where no digit is. */
    Color of(Part part, int row, int col) {
      Box cell = scene.layout().grid(part).cell(row, col);
      return at(cell.x() + cell.w() * 0.12, cell.y() + cell.h() * 0.16);
    }

    /** The colour of a bar in the middle of its length. */
    Color bar(Part part, int k) {
      var layout = part == Part.X ? scene.layout().bars().x() : scene.layout().bars().y();
      var bars = part == Part.X ? scene.bars().x() : scene.bars().y();
      Box track = layout.track(k);
      double end = bars.scale().position(track, bars.bars().get(k).value());
      double zero = bars.scale().position(track, 0);
      return at(zero + (end - zero) * 0.3, track.y() + 2);
    }

    Color at(double x, double y) {
      return new Color(picture.getRGB((int) Math.round(x), (int) Math.round(y)));
    }

    int differences(Painted other, Box within) {
      int count = 0;
      for (int y = (int) within.y(); y < within.bottom(); y++) {
        for (int x = (int) within.x(); x < within.right(); x++) {
          count += picture.getRGB(x, y) == other.picture.getRGB(x, y) ? 0 : 1;
        }
      }
      return count;
    }
  }

  private static Painted paint(String name, Look look, Rig rig) {
    return Pictures.onEventThread(
        () -> {
          Themes.install(look);
          Scene scene = new SceneBuilder(rig.presenter).build(WIDTH, HEIGHT);
          BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
          Graphics2D g = picture.createGraphics();
          new StagePainter().paint(g, scene);
          g.dispose();
          Pictures.save(name, picture);
          return new Painted(picture, scene);
        });
  }

  private static Painted paint(String name, Consumer<Rig> prepare) {
    Rig rig = new Rig();
    prepare.accept(rig);
    return paint(name, Look.of(false), rig);
  }

  private static void hover(Rig rig, LinearRef ref) {
    rig.presenter.hover(Optional.of(ref));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theNotebooksFourPanelsHaveItsColours(boolean dark) {
    Painted painted = paint("linear-notebook-" + dark, Look.of(dark), new Rig());

    for (int j = 0; j < 4; j++) {
      assertThat(painted.bar(Part.X, j))
          .isEqualTo(painted.scene().bars().x().bars().get(j).role().fill());
    }
    assertThat(painted.bar(Part.Y, 2)).isEqualTo(Role.BLUE.fill());
    assertThat(painted.of(Part.W, 0, 0)).isNotEqualTo(painted.of(Part.W, 2, 3));
  }

  @Test
  void signedWeightsAreToldApartByColour() {
    Painted painted =
        paint(
            "linear-signs",
            rig -> {
              rig.type(Part.W, 0, 0, "-1.2");
              rig.type(Part.W, 0, 1, "0");
            });

    Color negative = painted.of(Part.W, 0, 0);
    Color positive = painted.of(Part.W, 2, 3);
    assertThat(negative.getBlue()).isGreaterThan(negative.getRed());
    assertThat(positive.getRed()).isGreaterThan(positive.getBlue());
    assertThat(painted.of(Part.W, 0, 1)).isEqualTo(Palette.signed().at(0));
  }

  @Test
  void theRowOfTheOutputInFocusStandsOutAndTheOthersStepBack() {
    Painted plain = paint("linear-plain", rig -> {});
    Painted lit = paint("linear-output", rig -> hover(rig, new LinearRef.Output(0, 1)));

    for (int j = 0; j < 4; j++) {
      assertThat(lit.of(Part.W, 1, j)).isEqualTo(plain.of(Part.W, 1, j));
      assertThat(lit.of(Part.W, 0, j)).isNotEqualTo(plain.of(Part.W, 0, j));
      assertThat(lit.of(Part.W, 2, j)).isNotEqualTo(plain.of(Part.W, 2, j));
      assertThat(lit.bar(Part.X, j)).isEqualTo(plain.bar(Part.X, j));
    }
    assertThat(lit.bar(Part.Y, 1)).isEqualTo(plain.bar(Part.Y, 1));
    assertThat(lit.bar(Part.Y, 0)).isNotEqualTo(plain.bar(Part.Y, 0));
  }

  @Test
  void theColumnOfTheInputInFocusStandsOutAndTheOthersStepBack() {
    Painted plain = paint("linear-plain", rig -> {});
    Painted lit = paint("linear-input", rig -> hover(rig, new LinearRef.Input(0, 1)));

    for (int i = 0; i < 3; i++) {
      assertThat(lit.of(Part.W, i, 1)).isEqualTo(plain.of(Part.W, i, 1));
      assertThat(lit.of(Part.W, i, 2)).isNotEqualTo(plain.of(Part.W, i, 2));
    }
    assertThat(lit.bar(Part.X, 1)).isEqualTo(plain.bar(Part.X, 1));
    assertThat(lit.bar(Part.X, 0)).isNotEqualTo(plain.bar(Part.X, 0));
  }

  @Test
  void aWeightInFocusIsFramedAndTheOtherRowsStepBack() {
    Painted plain = paint("linear-plain", rig -> {});
    Painted lit = paint("linear-weight", rig -> hover(rig, new LinearRef.Weight(1, 2)));
    GridBox grid = plain.scene().layout().weights().grid();

    assertThat(lit.of(Part.W, 1, 2)).isEqualTo(plain.of(Part.W, 1, 2));
    assertThat(lit.differences(plain, grid.cell(1, 2).grown(3))).isPositive();
    assertThat(lit.of(Part.W, 0, 2)).isNotEqualTo(plain.of(Part.W, 0, 2));
    assertThat(lit.bar(Part.X, 2)).isEqualTo(plain.bar(Part.X, 2));
    assertThat(lit.bar(Part.X, 1)).isNotEqualTo(plain.bar(Part.X, 1));
  }

  @Test
  void aBadEntryIsMarkedWhereverItStands() {
    Painted painted =
        paint(
            "linear-bad",
            rig -> {
              rig.type(Part.W, 1, 1, "x");
              rig.type(Part.X, 2, 0, "many");
              rig.type(Part.B, 0, 0, "none");
            });
    Painted plain = paint("linear-plain", rig -> {});

    assertThat(painted.of(Part.W, 1, 1)).isEqualTo(Palette.errorSoft());
    StageLayout.Bars bars = plain.scene().layout().bars();
    assertThat(painted.differences(plain, bars.x().lane(2))).as("in x").isPositive();
    assertThat(painted.differences(plain, bars.b().lane(0))).as("in b").isPositive();
  }

  @Test
  void aBadEntryOfABatchIsMarkedInX() {
    Consumer<Rig> batch = rig -> rig.presenter.setBatch(8);
    Painted plain = paint("linear-batch-good", batch);
    Painted painted =
        paint("linear-batch-bad", batch.andThen(rig -> rig.type(Part.BATCH_X, 4, 2, "x")));

    Box cell = plain.scene().layout().batch().x().cell(4, 2);
    assertThat(painted.differences(plain, cell)).isPositive();
  }

  @Test
  void theRowInTheBarsIsFramedInTheBatch() {
    Consumer<Rig> batch = rig -> rig.presenter.setBatch(8);
    Painted first = paint("linear-batch-row-1", batch);
    Painted third = paint("linear-batch-row-3", batch.andThen(rig -> rig.presenter.setRow(2)));
    GridBox x = first.scene().layout().batch().x();

    assertThat(third.differences(first, x.row(2).grown(3))).isPositive();
    assertThat(third.differences(first, x.row(6))).isZero();
  }

  @Test
  void theCellUnderThePointerIsFramedInItsOwnRowOfTheBatch() {
    Consumer<Rig> batch = rig -> rig.presenter.setBatch(8);
    Painted plain = paint("linear-batch-plain", batch);
    Painted hovered =
        paint("linear-batch-hover", batch.andThen(rig -> hover(rig, new LinearRef.Output(5, 1))));
    GridBox y = plain.scene().layout().batch().y();

    assertThat(hovered.differences(plain, y.cell(5, 1).grown(3))).isPositive();
    assertThat(hovered.differences(plain, y.cell(0, 1))).isZero();
  }

  @Test
  void infinityAndNaNAreMarked() {
    Painted painted =
        paint(
            "linear-infinite",
            rig -> {
              rig.type(Part.X, 0, 0, "3e38");
              rig.type(Part.W, 0, 0, "100");
              rig.type(Part.W, 1, 1, "nan");
              rig.type(Part.W, 2, 2, "-inf");
              hover(rig, new LinearRef.Output(0, 0));
            });

    assertThat(painted.of(Part.W, 1, 1)).isNotEqualTo(Palette.signed().at(0));
    Box track = painted.scene().layout().bars().y().track(0);
    boolean marked = false;
    for (double x = track.x(); x < track.right(); x++) {
      marked |= painted.at(x, track.centerY()).equals(Palette.errorSoft());
    }
    assertThat(marked).as("the bar of ∞").isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "16,16,32,false",
    "16,16,32,true",
    "64,64,256,false",
    "64,64,256,true",
    "1,1,1,false"
  })
  void everySizeIsPaintedTheSameAgain(int inputs, int outputs, int batch, boolean dark) {
    Rig rig = Rig.random(inputs, outputs, batch, 3);
    hover(rig, new LinearRef.Output(0, outputs - 1));
    String name = "linear-%s-%s-%s-%s".formatted(inputs, outputs, batch, dark);

    Painted one = paint(name, Look.of(dark), rig);
    Painted other = paint(name, Look.of(dark), rig);

    assertThat(one.differences(other, new Box(0, 0, WIDTH, HEIGHT))).isZero();
  }

  @Test
  void eachStepBringsAnOutputInto() {
    Painted start = paint("linear-start", rig -> rig.presenter.playback().first());
    Painted step =
        paint(
            "linear-step",
            rig -> {
              rig.presenter.playback().first();
              rig.presenter.playback().stepForward();
            });
    StageLayout.Bars bars = start.scene().layout().bars();

    assertThat(step.differences(start, bars.y().track(0))).isPositive();
    assertThat(step.scene().bars().y().bars().get(0).value()).isEqualTo(3.01f);
    assertThat(step.scene().bars().y().bars().get(2).value()).isZero();
  }

  @Test
  void anotherFormatMarksTheExactValues() {
    Consumer<Rig> int8 = rig -> rig.presenter.setPrecision(DType.INT8);
    Painted plain = paint("linear-plain", rig -> {});
    Painted rounded = paint("linear-int8", int8);

    assertThat(rounded.differences(plain, plain.scene().layout().bars().y().plot())).isPositive();
  }

  @Test
  void nothingTouchesTheMarginOfTheStage() {
    for (int[] size : new int[][] {{4, 3, 1}, {16, 16, 32}, {64, 64, 256}}) {
      Rig rig = Rig.random(size[0], size[1], size[2], 9);
      hover(rig, new LinearRef.Output(0, 0));
      Painted painted = paint("linear-margin-" + size[0], Look.of(false), rig);
      for (int y = 0; y < HEIGHT; y++) {
        assertThat(painted.at(2, y)).as("left of %s", size[0]).isEqualTo(Palette.background());
        assertThat(painted.at(WIDTH - 3, y)).as("right").isEqualTo(Palette.background());
      }
    }
  }
}
