package org.inferscope.ui.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.inferscope.support.Pictures.onEventThread;

import java.awt.Component;
import java.awt.Rectangle;
import java.util.List;
import java.util.stream.Stream;
import org.inferscope.support.Pictures;
import org.inferscope.ui.action.AppAction;
import org.inferscope.ui.theme.Look;
import org.inferscope.ui.theme.Themes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaybackBarTest {
  private final PlaybackModel model = new PlaybackModel();

  private PlaybackBar bar() {
    model.load(1728, 432, 864, 1296, 1728);
    model.seek(600);
    return new PlaybackBar(model);
  }

  @ParameterizedTest
  @ValueSource(ints = {640, 1280})
  void nothingOverlapsOrIsCutOff(int width) {
    onEventThread(
        () -> {
          Themes.install(Look.of(false));
          PlaybackBar bar = bar();
          Pictures.layOut(bar, width, bar.getPreferredSize().height);
          List<Component> parts = List.of(bar.getComponents());
          for (Component part : parts) {
            assertThat(bar.getBounds().contains(part.getBounds())).as(part.getName()).isTrue();
            assertThat(part.getWidth())
                .as(part.getName())
                .isGreaterThanOrEqualTo(part.getMinimumSize().width);
            for (Component other : parts) {
              Rectangle shared = part.getBounds().intersection(other.getBounds());
              assertThat(other == part || shared.isEmpty()).as(part.getName()).isTrue();
            }
          }
          return null;
        });
  }

  @Test
  void everyPartHasANameForScreenReaders() {
    onEventThread(
        () -> {
          Themes.install(Look.of(false));
          assertThat(Stream.of(bar().getComponents()))
              .allSatisfy(
                  part ->
                      assertThat(part.getAccessibleContext().getAccessibleName())
                          .as(part.getName())
                          .isNotBlank());
          return null;
        });
  }

  @Test
  void paintsInBothThemesAndInProjectorMode() {
    Pictures.paint("playback-light", Look.of(false), 900, 44, this::bar);
    Pictures.paint("playback-dark", Look.of(true), 900, 44, this::bar);
    Pictures.paint("playback-projector", new Look(true, false, false, 1, 2), 1800, 88, this::bar);
  }

  @Test
  void everyKeyBelongsToOneActionOnly() {
    onEventThread(
        () -> {
          Themes.install(Look.of(false));
          List<AppAction> all = new PlaybackActions(model).all();
          assertThat(all.stream().flatMap(action -> action.keys().stream()))
              .doesNotHaveDuplicates();
          return null;
        });
  }

  @Test
  void playTurnsIntoPauseWhilePlaying() {
    onEventThread(
        () -> {
          Themes.install(Look.of(false));
          model.load(3);
          AppAction play = new PlaybackActions(model).all().get(0);
          assertThat(play.name()).isEqualTo("Play");
          play.perform();
          assertThat(model.isPlaying()).isTrue();
          assertThat(play.getValue(AppAction.NAME)).isEqualTo("Pause");
          model.last();
          assertThat(play.getValue(AppAction.NAME)).isEqualTo("Play");
          return null;
        });
  }
}
