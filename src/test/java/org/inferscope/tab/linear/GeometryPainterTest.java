package org.inferscope.tab.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Optional;
import org.inferscope.model.linear.LinearLayer;
import org.inferscope.support.Pictures;
import org.inferscope.tensor.Matrix;
import org.inferscope.ui.theme.Look;
import org.inferscope.ui.theme.Palette;
import org.inferscope.ui.theme.Role;
import org.inferscope.ui.theme.Themes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeometryPainterTest {
  private static final int WIDTH = 900;
  private static final int HEIGHT = 540;

  /** A picture, and what it was painted from. */
  private record Painted(BufferedImage picture, GeometryScene scene) {
    Color at(double x, double y) {
      return new Color(picture.getRGB((int) Math.round(x), (int) Math.round(y)));
    }

    /** The colour in the middle of an arrow. */
    Color middle(Arrow arrow) {
      return at((arrow.from()[0] + arrow.to()[0]) / 2, (arrow.from()[1] + arrow.to()[1]) / 2);
    }
  }

  private static Painted paint(
      String name, boolean dark, LinearLayer layer, Matrix x, GeometryScene.Light light) {
    return Pictures.onEventThread(
        () -> {
          Themes.install(Look.of(dark));
          GeometrySceneBuilder builder = new GeometrySceneBuilder(Geometries.of(layer, x));
          builder.fit();
          GeometryScene scene = builder.build(WIDTH, HEIGHT, Camera.of(layer.inputs()), light);
          BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
          Graphics2D g = picture.createGraphics();
          new GeometryPainter().paint(g, scene);
          g.dispose();
          Pictures.save(name, picture);
          return new Painted(picture, scene);
        });
  }

  /** The same colour, but for the smoothing of a thin line. */
  private static void near(Color seen, Color wanted) {
    int red = Math.abs(seen.getRed() - wanted.getRed());
    int green = Math.abs(seen.getGreen() - wanted.getGreen());
    int blue = Math.abs(seen.getBlue() - wanted.getBlue());
    assertThat(Math.max(red, Math.max(green, blue))).as("%s for %s", seen, wanted).isLessThan(32);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void arrowsHaveTheColoursOfTheirColumns(boolean dark) {
    Painted painted =
        paint(
            "geometry-" + dark,
            dark,
            Geometries.rotation(30),
            Geometries.x(1.5f, -1),
            GeometryScene.Light.NONE);

    GeometryScene scene = painted.scene();
    near(painted.middle(scene.arrow(Tip.column(0)).orElseThrow()), Role.ROW.ink());
    near(painted.middle(scene.arrow(Tip.column(1)).orElseThrow()), Role.COLUMN.ink());
    near(painted.middle(scene.arrow(Tip.INPUT).orElseThrow()), Role.BLUE.ink());
    near(painted.middle(scene.arrow(Tip.OUTPUT).orElseThrow()), Role.RESULT.ink());
  }

  @Test
  void theTipWithTheKeyboardHasARing() {
    GeometryScene.Light light =
        new GeometryScene.Light(Optional.empty(), Optional.of(Tip.column(0)), false);

    Painted painted =
        paint("geometry-focus", false, Geometries.general(), Geometries.x(1.5f, 1), light);

    double[] tip = painted.scene().arrow(Tip.column(0)).orElseThrow().to();
    Color ring = painted.at(tip[0] + 12.6, tip[1]);
    assertThat(ring.getBlue() - ring.getRed()).as("%s", ring).isGreaterThan(60);
  }

  @Test
  void aMapThatCollapsesLeavesNothingBesideItsLine() {
    Painted painted =
        paint(
            "geometry-collapse",
            false,
            Geometries.collapse(),
            Geometries.x(1.5f, 1),
            GeometryScene.Light.NONE);

    Plane after = painted.scene().after();
    double half = painted.scene().after().range() / 2;
    assertThat(painted.at(after.x(-half * 0.9), after.y(half * 0.9))).isEqualTo(Palette.card());
    assertThat(painted.at(after.x(half * 0.9), after.y(-half * 0.9))).isEqualTo(Palette.card());
  }

  @Test
  void withoutAPlaneThereIsASentenceInstead() {
    Painted painted =
        paint(
            "geometry-refused",
            true,
            Geometries.layer(new float[][] {{Float.NaN, 0}, {0, 1}}, 0, 0),
            Geometries.x(1, 1),
            GeometryScene.Light.NONE);

    assertThat(painted.at(WIDTH / 2.0, HEIGHT / 2.0 - 50)).isEqualTo(Palette.warningSoft());
    assertThat(painted.scene().arrows()).isEmpty();
  }

  @Test
  void spaceIsPaintedWithEachColumnInItsColour() {
    Painted painted =
        paint(
            "geometry-space",
            true,
            Geometries.layer(new float[][] {{1, 0, 0}, {0, -1, 0}, {0, 0, 1}}, 0, 0, 0),
            Geometries.x(1, 1, -1),
            new GeometryScene.Light(Optional.of(Tip.column(2)), Optional.empty(), true));

    near(painted.middle(painted.scene().arrow(Tip.column(2)).orElseThrow()), Role.PLUM.ink());
    assertThat(painted.at(painted.scene().before().box().x(), HEIGHT / 3.0))
        .isEqualTo(Palette.accent());
  }
}
