package org.inferscope.ui.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.atomic.AtomicInteger;
import org.inferscope.compute.Registration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlaybackModelTest {
  private final PlaybackModel model = new PlaybackModel();

  @BeforeEach
  void twelveTicksInFourElements() {
    model.load(12, 3, 6, 9, 12);
    model.setStepSeconds(1);
  }

  @Test
  void stepsForwardAndBackWithinItsEnds() {
    model.stepBack();
    assertThat(model.position()).isZero();
    for (int i = 0; i < 20; i++) {
      model.stepForward();
    }
    assertThat(model.position()).isEqualTo(12);
    model.stepBack();
    assertThat(model.position()).isEqualTo(11);
    assertThat(model.stepNumber()).isEqualTo(11);
    assertThat(model.stepCount()).isEqualTo(12);
  }

  @Test
  void jumpsFromElementToElement() {
    model.seek(4);
    model.elementForward();
    assertThat(model.position()).isEqualTo(6);
    model.elementForward();
    assertThat(model.position()).isEqualTo(9);
    model.elementBack();
    model.elementBack();
    model.elementBack();
    assertThat(model.position()).isZero();
  }

  @Test
  void aCoarserGrainTakesLongerStrides() {
    model.setGrain(3, 6, 9, 12);
    model.stepForward();
    assertThat(model.position()).isEqualTo(3);
    assertThat(model.stepNumber()).isEqualTo(1);
    assertThat(model.stepCount()).isEqualTo(4);
    model.setGrain();
    assertThat(model.stepCount()).isEqualTo(1);
    model.stepForward();
    assertThat(model.position()).isEqualTo(12);
  }

  @Test
  void switchingTheGrainWhilePlayingMovesNothing() {
    model.setGrain();
    model.play();
    model.advance(0.4);
    assertThat(model.progress()).isCloseTo(4.8, within(1e-9));

    model.setGrain(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    assertThat(model.position()).isEqualTo(4);
    assertThat(model.phase()).isCloseTo(0.8, within(1e-9));
    assertThat(model.isPlaying()).isTrue();
  }

  @Test
  void playsStepAfterStepAndStopsAtTheEnd() {
    model.play();
    model.advance(2.5);
    assertThat(model.position()).isEqualTo(2);
    assertThat(model.phase()).isCloseTo(0.5, within(1e-9));
    model.advance(100);
    assertThat(model.isAtEnd()).isTrue();
    assertThat(model.isMoving()).isFalse();
    model.toggle();
    assertThat(model.position()).as("playing at the end starts over").isZero();
    assertThat(model.isPlaying()).isTrue();
  }

  @Test
  void speedStretchesTime() {
    model.setSpeed(Speed.EIGHTFOLD);
    model.play();
    model.advance(0.5);
    assertThat(model.progress()).isCloseTo(4, within(1e-9));
    model.setSpeed(Speed.QUARTER);
    model.advance(4);
    assertThat(model.progress()).isCloseTo(5, within(1e-9));
  }

  @Test
  void speedLadderEndsAtAQuarterAndEight() {
    Speed speed = Speed.NORMAL;
    for (int i = 0; i < 10; i++) {
      speed = speed.faster();
    }
    assertThat(speed.factor()).isEqualTo(8);
    for (int i = 0; i < 10; i++) {
      speed = speed.slower();
    }
    assertThat(speed.factor()).isEqualTo(0.25);
  }

  @Test
  void aLoopRestsOnTheResultAndStartsOver() {
    model.setLoop(true);
    model.play();
    model.advance(12);
    assertThat(model.isAtEnd()).isTrue();
    assertThat(model.isPlaying()).isTrue();
    model.advance(PlaybackModel.REST_SECONDS / 2);
    assertThat(model.position()).isEqualTo(12);
    model.advance(PlaybackModel.REST_SECONDS / 2 + 0.5);
    assertThat(model.progress()).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void aGlideRunsOneStepAndStops() {
    model.glideForward();
    assertThat(model.isMoving()).isTrue();
    assertThat(model.isPlaying()).isFalse();
    model.advance(PlaybackModel.GLIDE_SECONDS / 2);
    assertThat(model.position()).isZero();
    assertThat(model.phase()).isCloseTo(0.5, within(1e-9));
    model.advance(1);
    assertThat(model.position()).isEqualTo(1);
    assertThat(model.phase()).isZero();
    assertThat(model.isMoving()).isFalse();
  }

  @Test
  void aGlideAskedForDuringAGlideFinishesTheFirst() {
    model.glideForward();
    model.advance(0.01);
    model.glideForward();
    assertThat(model.position()).isEqualTo(1);
    assertThat(model.isMoving()).isTrue();
  }

  @Test
  void steppingBackInTheMiddleOfAStepReturnsToItsStart() {
    model.play();
    model.advance(1.5);
    model.stepBack();
    assertThat(model.isPlaying()).isFalse();
    assertThat(model.progress()).isEqualTo(1);
    model.stepBack();
    assertThat(model.progress()).isZero();
  }

  @Test
  void scrubbingGoesBetweenStopsAndKeepsPlaying() {
    model.setGrain(3, 6, 9, 12);
    model.play();
    model.scrub(4);
    assertThat(model.position()).isEqualTo(3);
    assertThat(model.progress()).isCloseTo(4, within(1e-9));
    assertThat(model.isPlaying()).isTrue();
    model.scrub(99);
    assertThat(model.position()).isEqualTo(12);
    model.scrub(Double.NaN);
    assertThat(model.position()).isZero();
  }

  @Test
  void reducedMotionJumpsFromStopToStop() {
    model.setReduceMotion(true);
    model.play();
    model.advance(0.9);
    assertThat(model.progress()).isZero();
    model.advance(0.2);
    assertThat(model.progress()).isEqualTo(1);
    model.scrub(4.6);
    assertThat(model.progress()).isEqualTo(5);
    model.pause();
    model.glideForward();
    assertThat(model.progress()).isEqualTo(6);
    assertThat(model.isMoving()).isFalse();
  }

  @Test
  void withoutWorkNothingPlays() {
    model.load(0);
    model.play();
    model.glideForward();
    model.advance(1);
    assertThat(model.isMoving()).isFalse();
    assertThat(model.isAtEnd()).isTrue();
    assertThat(model.stepCount()).isZero();
  }

  @Test
  void loadingStopsAtTheStart() {
    model.play();
    model.advance(1.5);
    model.load(5);
    assertThat(model.isAtStart()).isTrue();
    assertThat(model.isMoving()).isFalse();
    assertThat(model.steps()).isEqualTo(5);
  }

  @Test
  void tellsItsListenersUntilTheyLeave() {
    AtomicInteger calls = new AtomicInteger();
    Registration registration = model.listen(calls::incrementAndGet);
    model.stepForward();
    model.setLoop(true);
    assertThat(calls).hasValue(2);
    registration.close();
    model.stepForward();
    assertThat(calls).hasValue(2);
  }

  @Test
  void refusesStopsThatDoNotAscend() {
    assertThatThrownBy(() -> model.setGrain(3, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ascend");
    assertThatThrownBy(() -> model.setGrain(13)).isInstanceOf(IllegalArgumentException.class);
  }
}
