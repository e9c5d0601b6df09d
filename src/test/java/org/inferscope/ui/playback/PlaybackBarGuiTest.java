package org.inferscope.ui.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.swing.edt.GuiActionRunner.execute;

import java.awt.Component;
import java.awt.Point;
import java.awt.event.KeyEvent;
import org.assertj.swing.core.MouseButton;
import org.inferscope.support.GuiTest;
import org.inferscope.support.TestWindow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@GuiTest
class PlaybackBarGuiTest {
  private final PlaybackModel model = new PlaybackModel();
  private TestWindow<PlaybackBar> window;

  @BeforeEach
  void openAWindow() {
    window =
        TestWindow.of(
            () -> {
              model.load(12, 3, 6, 9, 12);
              return new PlaybackBar(model);
            });
  }

  @AfterEach
  void closeTheWindow() {
    window.close();
  }

  private Component scrubber() {
    return window.robot().finder().findByName("playbackScrubber");
  }

  private Point onTrack(double ticks) {
    return execute(
        () -> {
          ScrubberLayout layout =
              ScrubberLayout.of(scrubber().getWidth(), scrubber().getHeight(), model.steps());
          return new Point((int) Math.round(layout.xOf(ticks)), scrubber().getHeight() / 2);
        });
  }

  private double progress() {
    return execute(model::progress);
  }

  @Test
  void theScrubberIsDraggedToAnyPlace() {
    window.robot().pressMouse(scrubber(), onTrack(2), MouseButton.LEFT_BUTTON);
    window.await("it is at 2", () -> Math.abs(model.progress() - 2) < 0.1);
    window.robot().moveMouse(scrubber(), onTrack(7.5));
    window.robot().releaseMouse(MouseButton.LEFT_BUTTON);
    window.await("it is at 7.5", () -> Math.abs(model.progress() - 7.5) < 0.1);
    assertThat(execute(model::isPlaying)).isFalse();
    window.find().label("playbackPosition").requireText("step 7 of 12");
  }

  @Test
  void aPlayingAnimationWaitsWhileItIsHeldAndGoesOnAfterwards() {
    execute(model::play);
    window.robot().pressMouse(scrubber(), onTrack(4), MouseButton.LEFT_BUTTON);
    window.await("it waits", () -> !model.isMoving());
    window.robot().releaseMouse(MouseButton.LEFT_BUTTON);
    window.await("it goes on", () -> model.isPlaying() && model.progress() > 4.3);
  }

  @Test
  void playsAtEightTimesToTheEndAndStopsItsClock() {
    execute(() -> model.setSpeed(Speed.EIGHTFOLD));
    window.find().button("playback.play").click();
    window.await("it ends", () -> model.isAtEnd() && !model.isMoving());
    window.find().label("playbackPosition").requireText("step 12 of 12");
    window.find().button("playback.last").requireDisabled();
  }

  @Test
  void theScrubberMovesByKeys() {
    execute(() -> scrubber().requestFocusInWindow());
    window.await("the scrubber has the keyboard", () -> scrubber().isFocusOwner());
    window.press(KeyEvent.VK_RIGHT);
    window.press(KeyEvent.VK_RIGHT);
    window.press(KeyEvent.VK_LEFT);
    assertThat(progress()).isEqualTo(1);
    window.press(KeyEvent.VK_END);
    assertThat(progress()).isEqualTo(12);
    window.press(KeyEvent.VK_HOME);
    assertThat(progress()).isZero();
  }

  @Test
  void theSpeedIsChosenFromTheList() {
    window.find().comboBox("playbackSpeed").selectItem(4);
    window.await("it is four times", () -> model.speed() == Speed.FOURFOLD);
  }
}
