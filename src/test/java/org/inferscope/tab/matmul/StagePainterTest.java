package org.inferscope.tab.matmul;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.function.Consumer;
import org.inferscope.model.matmul.Algorithm;
import org.inferscope.model.matmul.Grain;
import org.inferscope.support.ManualCompute;
import org.inferscope.support.Pictures;
import org.inferscope.ui.grid.Cell;
import org.inferscope.ui.inspector.InspectorModel;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.theme.Look;
import org.inferscope.ui.theme.Palette;
import org.inferscope.ui.theme.Role;
import org.inferscope.ui.theme.Themes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StagePainterTest {
  private static final int WIDTH = 900;
  private static final int HEIGHT = 560;

  /** A picture of the stage, and what it was painted from. */
  private record Painted(BufferedImage picture, Scene scene, double scale) {
    /** The colour of a cell, in its upper left corner where no digit is. */
    Color of(Operand operand, int i, int j) {
      Box cell = scene.layout().grid(operand).cell(i, j);
      int x = (int) Math.round((cell.x() + cell.w() * 0.2) * scale);
      int y = (int) Math.round((cell.y() + cell.h() * 0.2) * scale);
      return new Color(picture.getRGB(x, y));
    }
  }

  private static Painted paint(
      String name, Look look, double scale, Consumer<MatmulPresenter> prepare) {
    return Pictures.onEventThread(
        () -> {
          Themes.install(look);
          MatmulPresenter presenter =
              new MatmulPresenter(new ManualCompute(), new InspectorModel(), () -> 1);
          prepare.accept(presenter);
          Scene scene = new SceneBuilder(presenter).build(WIDTH, HEIGHT, Optional.empty());
          BufferedImage picture =
              new BufferedImage(
                  (int) (WIDTH * scale), (int) (HEIGHT * scale), BufferedImage.TYPE_INT_RGB);
          Graphics2D g = picture.createGraphics();
          g.scale(scale, scale);
          new StagePainter().paint(g, scene);
          g.dispose();
          Pictures.save(name, picture);
          return new Painted(picture, scene, scale);
        });
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theRowIsCoralTheColumnTealTheResultYellow(boolean dark) {
    Painted painted =
        paint(
            "stage-element-" + dark,
            Look.of(dark),
            1,
            presenter -> {
              presenter.setGrain(Grain.ELEMENT);
              presenter.playback().stepForward();
            });

    for (int k = 0; k < 3; k++) {
      assertThat(painted.of(Operand.A, 0, k)).isEqualTo(Role.ROW.fill());
      assertThat(painted.of(Operand.B, k, 0)).isEqualTo(Role.COLUMN.fill());
      assertThat(painted.of(Operand.A, 1, k)).isEqualTo(Palette.cell());
      assertThat(painted.of(Operand.B, k, 1)).isEqualTo(Palette.cell());
    }
    assertThat(painted.of(Operand.C, 0, 0)).isEqualTo(Role.RESULT.fill());
    assertThat(painted.of(Operand.C, 1, 1)).isEqualTo(Palette.cell());
  }

  @Test
  void theCurrentTermIsStrongerThanTheRestOfItsRowAndColumn() {
    Painted painted =
        paint("stage-term", Look.of(false), 1, presenter -> presenter.playback().seek(2));

    assertThat(painted.of(Operand.A, 0, 1)).isEqualTo(Role.ROW.fill());
    assertThat(painted.of(Operand.A, 0, 0)).isEqualTo(Role.ROW.soft());
    assertThat(painted.of(Operand.B, 1, 0)).isEqualTo(Role.COLUMN.fill());
    assertThat(painted.of(Operand.B, 2, 0)).isEqualTo(Role.COLUMN.soft());
  }

  @Test
  void finishedElementsKeepATintOfTheResult() {
    Painted painted =
        paint("stage-finished", Look.of(false), 1, presenter -> presenter.playback().seek(5));

    assertThat(painted.of(Operand.C, 0, 0)).isEqualTo(Role.RESULT.soft());
    assertThat(painted.of(Operand.C, 0, 1)).isEqualTo(Role.RESULT.fill());
  }

  @Test
  void anOuterProductCoversAllOfC() {
    Painted painted =
        paint(
            "stage-outer",
            Look.of(false),
            1,
            presenter -> {
              presenter.setAlgorithm(Algorithm.OUTER);
              presenter.setGrain(Grain.ELEMENT);
              presenter.playback().stepForward();
            });

    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        assertThat(painted.of(Operand.C, i, j)).isEqualTo(Role.RESULT.fill());
      }
    }
  }

  @Test
  void aBadEntryIsMarked() {
    Painted painted =
        paint(
            "stage-bad",
            Look.of(false),
            1,
            presenter ->
                presenter.edit(
                    Operand.B, presenter.state().b().withText(new Cell(1, 0), "x"), null));

    assertThat(painted.of(Operand.B, 1, 0)).isEqualTo(Palette.errorSoft());
  }

  @Test
  void inPredictModeTheFactorsAskedForAreLitAndNoResultShows() {
    Painted painted =
        paint("stage-predict", Look.of(false), 1, presenter -> presenter.setPredict(true));

    assertThat(painted.of(Operand.A, 0, 2)).isEqualTo(Role.ROW.fill());
    assertThat(painted.of(Operand.B, 2, 0)).isEqualTo(Role.COLUMN.fill());
    assertThat(painted.of(Operand.C, 0, 0)).isEqualTo(Role.RESULT.fill());
    assertThat(painted.of(Operand.C, 1, 1)).isEqualTo(Palette.cell());
  }

  @Test
  void theSamePlaceGivesTheSamePictureAtTwiceTheScale() {
    Painted once = paint("stage-1x", Look.of(false), 1, presenter -> presenter.playback().seek(4));
    Painted twice = paint("stage-2x", Look.of(false), 2, presenter -> presenter.playback().seek(4));

    for (Operand operand : Operand.values()) {
      assertThat(twice.of(operand, 0, 0)).isEqualTo(once.of(operand, 0, 0));
      assertThat(twice.of(operand, 1, 1)).isEqualTo(once.of(operand, 1, 1));
    }
  }

  @ParameterizedTest
  @EnumSource(Algorithm.class)
  void aMomentPaintedAgainIsTheSamePicture(Algorithm algorithm) {
    Consumer<MatmulPresenter> middle =
        presenter -> {
          presenter.setAlgorithm(algorithm);
          presenter.playback().scrub(presenter.playback().steps() * 0.43);
        };

    BufferedImage one = paint("stage-again", Look.of(true), 1, middle).picture();
    BufferedImage other = paint("stage-" + algorithm, Look.of(true), 1, middle).picture();

    assertThat(pixels(other)).isEqualTo(pixels(one));
  }

  private static int[] pixels(BufferedImage picture) {
    return picture.getRGB(
        0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
  }
}
