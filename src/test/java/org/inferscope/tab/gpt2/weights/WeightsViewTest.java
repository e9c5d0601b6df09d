package org.inferscope.tab.gpt2.weights;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.inferscope.support.Pictures;
import org.inferscope.tab.gpt2.desk.Gpt2Rig;
import org.inferscope.tab.gpt2.desk.View;
import org.inferscope.tab.gpt2.desk.WeightsSettings.Mode;
import org.inferscope.tab.gpt2.desk.WeightsSettings.Place;
import org.inferscope.tensor.Numbers;
import org.inferscope.ui.theme.Look;
import org.inferscope.ui.theme.Themes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WeightsViewTest {
  @TempDir Path folder;
  private Gpt2Rig rig;
  private WeightsPane pane;

  @AfterEach
  void close() {
    Pictures.onEventThread(
        () -> {
          rig.close();
          return true;
        });
  }

  /** The view at a size, with all that it asks for computed. */
  private BufferedImage paint(Mode mode, Place place, boolean dark) {
    return Pictures.onEventThread(
        () -> {
          Themes.install(Look.of(dark));
          rig = new Gpt2Rig(folder);
          rig.presenter.change(
              state -> state.with(View.WEIGHTS).with(state.weights().with(mode).with(place)),
              "",
              null);
          pane = new WeightsPane(rig.presenter);
          for (int i = 0; i < 3; i++) {
            Pictures.layOut(pane.component(), 820, 470);
            rig.settle();
          }
          BufferedImage picture = Pictures.paint(pane.component());
          Pictures.save("gpt2-weights-" + mode + (dark ? "-dark" : "") + place.zoom(), picture);
          return picture;
        });
  }

  private static int colours(BufferedImage picture, int x, int y, int w, int h) {
    Set<Integer> all = new HashSet<>();
    for (int i = x; i < x + w; i++) {
      for (int j = y; j < y + h; j++) {
        all.add(picture.getRGB(i, j));
      }
    }
    return all.size();
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void paintsWhatIsThereAndSaysIt(Mode mode) {
    BufferedImage picture = paint(mode, Place.WHOLE, false);
    assertThat(colours(picture, 450, 200, 300, 200)).isGreaterThan(10);
    String caption = Pictures.onEventThread(() -> pane.caption());
    assertThat(caption).isNotEmpty().doesNotContain("!");
  }

  @Test
  void theCaptionSaysHowManyNumbersAPixelStandsFor() {
    paint(Mode.MATRIX, Place.WHOLE, true);
    String caption = Pictures.onEventThread(() -> pane.caption());
    assertThat(caption).contains("192 × 576", "±0.3", "mean of");
  }

  @Test
  void cellsHaveTheirNumbersWhereTheyHaveRoom() {
    BufferedImage near = paint(Mode.MATRIX, new Place(1, 60, 60), false);
    String value =
        Pictures.onEventThread(
            () ->
                Numbers.cell(
                    new WeightsPresenter(rig.presenter).value(new WeightsPresenter.Cell(60, 60))));
    assertThat(value).isNotEmpty();
    assertThat(colours(near, 480, 250, 120, 80)).isGreaterThan(40);
    String caption = Pictures.onEventThread(() -> pane.caption());
    assertThat(caption).doesNotContain("pixel");
  }
}
