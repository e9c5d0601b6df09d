package org.inferscope.tab.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.inferscope.model.linear.LinearLayer;
import org.inferscope.support.Pictures;
import org.inferscope.tensor.Matrix;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Look;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Themes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GeometrySceneTest {
  /** A stage inside a window of a checked size. */
  record Stage(String name, int width, int height, Look look) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Stage> stages() {
    return Stream.of(
        new Stage("1280×800", 850, 445, Look.of(false)),
        new Stage("1280×800 in the window", 900, 540, Look.of(false)),
        new Stage("1920×1080", 1860, 865, Look.of(true)),
        new Stage("3840×2160 at scale 2", 3720, 1730, new Look(false, false, false, 2, 0)),
        new Stage("projector at 1920×1080", 1880, 740, new Look(false, false, false, 1, 1.75)));
  }

  static Map<String, LinearLayer> layers() {
    Map<String, LinearLayer> layers = new LinkedHashMap<>();
    layers.put("rotation", Geometries.rotation(30));
    layers.put("shear", Geometries.shear());
    layers.put("mirror", Geometries.mirror());
    layers.put("collapse", Geometries.collapse());
    layers.put("shift", Geometries.shifted());
    layers.put("general", Geometries.general());
    layers.put("nothing", Geometries.layer(new float[2][2], 0, 0));
    layers.put("large", Geometries.layer(new float[][] {{1e8f, -3e7f}, {2e7f, 4e7f}}, 5, 5));
    layers.put("tiny", Geometries.layer(new float[][] {{1e-8f, 0}, {0, 1e-8f}}, 0, 0));
    layers.put("space", Geometries.space());
    layers.put(
        "flat space",
        Geometries.layer(new float[][] {{1, 2, 0.5f}, {0.5f, 1, 0.25f}, {1, 0, 0.4f}}, 1, 0, 1));
    return layers;
  }

  private static GeometryScene scene(LinearPresenter presenter, int width, int height) {
    GeometrySceneBuilder builder = new GeometrySceneBuilder(presenter);
    builder.fit();
    Camera camera = Camera.of(presenter.layer().inputs());
    return builder.build(width, height, camera, GeometryScene.Light.NONE);
  }

  private static Matrix input(LinearLayer layer) {
    return layer.inputs() == 2 ? Geometries.x(1.5f, 1) : Geometries.x(1, 1.2f, 0.8f);
  }

  private static Box whole(GeometryScene scene) {
    return new Box(0, 0, scene.layout().spec().width(), scene.layout().spec().height());
  }

  @ParameterizedTest
  @MethodSource("stages")
  void planesMapAndSentenceLieApartOnTheStage(Stage stage) {
    Pictures.onEventThread(
        () -> {
          Themes.install(stage.look());
          layers()
              .forEach(
                  (name, layer) -> {
                    GeometryScene scene =
                        scene(Geometries.of(layer, input(layer)), stage.width(), stage.height());
                    apart(name, scene);
                  });
          return true;
        });
  }

  private static void apart(String name, GeometryScene scene) {
    PlaneLayout layout = scene.layout();
    MapNumbers map = MapNumbers.of(layout);
    List<Box> boxes =
        List.of(
            layout.before(),
            layout.after(),
            layout.titleBefore(),
            layout.titleAfter(),
            layout.story(),
            layout.isMapBetween() ? Box.EMPTY : layout.map(),
            map.arrow());
    List<Box> numbers = List.of(map.name(), map.w(), map.plus(), map.b());
    assertThat(numbers).allMatch(layout.map()::covers);
    disjoint(name, layout, numbers, scene);
    disjoint(name, layout, boxes, scene);
    assertThat(layout.before().w()).isEqualTo(layout.before().h()).isGreaterThan(250);
  }

  private static void disjoint(
      String name, PlaneLayout layout, List<Box> boxes, GeometryScene scene) {
    for (int p = 0; p < boxes.size(); p++) {
      assertThat(boxes.get(p).isEmpty() || whole(scene).covers(boxes.get(p)))
          .as("%s: box %s of %s", name, p, layout)
          .isTrue();
      for (int q = p + 1; q < boxes.size(); q++) {
        assertThat(boxes.get(p).overlaps(boxes.get(q)))
            .as("%s: %s and %s of %s", name, p, q, layout)
            .isFalse();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("stages")
  void labelsStayOnTheirPlaneAndClearOfEachOtherAndOfTheTips(Stage stage) {
    Pictures.onEventThread(
        () -> {
          Themes.install(stage.look());
          layers()
              .forEach(
                  (name, layer) -> {
                    for (double progress : new double[] {0, 0.4, 1, 1.5, 2}) {
                      LinearPresenter presenter = Geometries.of(layer, input(layer));
                      presenter.playback().scrub(progress);
                      clear(
                          name + " at " + progress,
                          scene(presenter, stage.width(), stage.height()));
                    }
                  });
          return true;
        });
  }

  private static void clear(String name, GeometryScene scene) {
    List<TipLabel> labels = scene.labels();
    for (int p = 0; p < labels.size(); p++) {
      TipLabel label = labels.get(p);
      assertThat(scene.plane(label.arrow().after()).box().covers(label.box()))
          .as("%s: %s", name, label)
          .isTrue();
      assertThat(label.size()).isGreaterThanOrEqualTo(Fonts.smallest() * Metrics.scale());
      for (Arrow arrow : scene.arrows()) {
        assertThat(label.box().overlaps(arrow.around(6)))
            .as("%s: %s over the tip of %s", name, label, arrow)
            .isFalse();
      }
      for (int q = p + 1; q < labels.size(); q++) {
        assertThat(label.box().overlaps(labels.get(q).box()))
            .as("%s: %s and %s", name, label, labels.get(q))
            .isFalse();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("stages")
  void everyArrowOfAnOrdinaryMapIsNamed(Stage stage) {
    List<String> said =
        Pictures.onEventThread(
            () -> {
              Themes.install(stage.look());
              LinearPresenter presenter =
                  Geometries.of(Geometries.general(), Geometries.x(1.5f, 1));
              return scene(presenter, stage.width(), stage.height()).labels().stream()
                  .map(TipLabel::text)
                  .toList();
            });

    assertThat(said)
        .containsExactlyInAnyOrder(
            "e₁",
            "e₂",
            "x = (1.5, 1)",
            "y = (1.9, 0.4)",
            "b = (0.8, −1.1)",
            "W·e₁ = (1.2, 0.4)",
            "W·e₂ = (−0.7, 0.9)");
  }

  @Test
  void everyTipIsInSightWhateverTheSizeOfTheNumbers() {
    Pictures.onEventThread(
        () -> {
          Themes.install(Look.of(false));
          layers()
              .forEach(
                  (name, layer) -> {
                    GeometryScene scene = scene(Geometries.of(layer, input(layer)), 850, 445);
                    for (Arrow arrow : scene.arrows()) {
                      assertThat(scene.plane(arrow.after()).box().covers(arrow.around(1)))
                          .as("%s: %s", name, arrow)
                          .isTrue();
                    }
                  });
          return true;
        });
  }

  @Test
  void theMapGoesFromTheIdentityToWAndThenAlongB() {
    LinearPresenter presenter = Geometries.of(Geometries.general(), Geometries.x(1, 1));

    presenter.playback().first();
    assertThat(moment(presenter).map()).isDeepEqualTo(new double[][] {{1, 0}, {0, 1}});
    presenter.playback().seek(1);
    assertThat(moment(presenter).vector(new double[] {1, 0})).containsExactly(1.2f, 0.4f);
    assertThat(moment(presenter).offset()).containsExactly(0, 0);
    presenter.playback().scrub(1.5);
    assertThat(moment(presenter).offset()).containsExactly(0.8f / 2, -1.1f / 2);
    presenter.playback().last();
    assertThat(moment(presenter).image(new double[2])).containsExactly(0.8f, -1.1f);
  }

  private static MapMoment moment(LinearPresenter presenter) {
    return scene(presenter, 850, 445).moment();
  }

  @Test
  void aMapThatCollapsesSaysOntoWhat() {
    assertThat(note(Geometries.rotation(30))).isEmpty();
    assertThat(note(Geometries.collapse())).isEqualTo("the plane collapses onto a line");
    assertThat(note(layers().get("nothing"))).isEqualTo("the plane collapses to a point");
    assertThat(note(layers().get("flat space"))).isEqualTo("space collapses onto a plane");
    assertThat(note(layers().get("large"))).isEqualTo("drawn at another scale");
  }

  private static String note(LinearLayer layer) {
    return scene(Geometries.of(layer, input(layer)), 850, 445).words().note();
  }

  @Test
  void numbersThatHaveNoPlaceGiveASentence() {
    Matrix x = Geometries.x(1, 2);
    float[][] identity = {{1, 0}, {0, 1}};
    float[] bad = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY};
    for (float value : bad) {
      assertThat(refusal(Geometries.layer(new float[][] {{1, value}, {0, 1}}, 0, 0), x))
          .contains("not finite");
      assertThat(refusal(Geometries.layer(identity, value, 0), x)).contains("not finite");
      assertThat(refusal(Geometries.layer(identity, 0, 0), Geometries.x(value, 0)))
          .contains("not finite");
    }
    assertThat(refusal(Geometries.layer(new float[][] {{1e30f, 0}, {0, 1}}, 0, 0), x))
        .contains("±1,000,000,000");
    assertThat(refusal(Geometries.layer(identity, 0, 0), x)).isEmpty();
  }

  private static String refusal(LinearLayer layer, Matrix x) {
    return scene(Geometries.of(layer, x), 850, 445).words().refusal();
  }

  @Test
  void aBatchShowsEveryOtherRowAsADotBeforeAndAfter() {
    Matrix batch = Geometries.batch(256, 2);
    LinearPresenter presenter = Geometries.of(Geometries.general(), batch);
    presenter.setRow(7);

    GeometryScene scene = scene(presenter, 850, 445);

    assertThat(scene.dots().before()).hasSize(2 * 255);
    double[] first = scene.after().place(Reach.row(presenter.y(), 0));
    assertThat(scene.dots().after()[0]).isCloseTo(first[0], within(0.01));
    Arrow x = scene.arrow(Tip.INPUT).orElseThrow();
    assertThat(x.to()).containsExactly(scene.before().place(Reach.row(batch, 7)));
  }

  @Test
  void rowsThatAreNotFiniteLieOutOfSight() {
    Matrix batch = Matrix.of(new float[][] {{1, 1}, {Float.NaN, 0}, {Float.MAX_VALUE, 1}});

    GeometryScene scene = scene(Geometries.of(Geometries.general(), batch), 850, 445);

    assertThat(scene.isShown()).isTrue();
    assertThat(scene.before().range()).isLessThan(10);
    assertThat(whole(scene).contains(scene.dots().before()[0], scene.dots().before()[1])).isFalse();
  }
}
