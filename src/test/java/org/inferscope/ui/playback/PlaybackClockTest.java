package org.inferscope.ui.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.swing.edt.GuiActionRunner.execute;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PlaybackClockTest {
  private final AtomicLong now = new AtomicLong();
  private final PlaybackModel model = new PlaybackModel();
  private final PlaybackClock clock = new PlaybackClock(model, now::get);

  PlaybackClockTest() {
    model.load(10);
    model.setStepSeconds(1);
  }

  @AfterEach
  void stop() {
    clock.close();
  }

  @Test
  void ticksOnlyWhileItPlaysAndShows() {
    model.play();
    assertThat(clock.isTicking()).as("not shown").isFalse();
    clock.setEnabled(true);
    assertThat(clock.isTicking()).isTrue();
    model.pause();
    assertThat(clock.isTicking()).as("paused").isFalse();
    model.glideForward();
    assertThat(clock.isTicking()).as("one step on its way").isTrue();
    clock.setEnabled(false);
    assertThat(clock.isTicking()).as("hidden").isFalse();
  }

  @Test
  void passesOnTheTimeThatWasMeasured() {
    // All at once for the clock's own ticks, which come on the event thread.
    execute(
        () -> {
          clock.setEnabled(true);
          model.play();
          now.addAndGet(50_000_000);
          clock.tick();
        });
    assertThat(model.progress()).isCloseTo(0.05, within(1e-6));
  }

  @Test
  void doesNotLeapAfterAStall() {
    clock.setEnabled(true);
    model.play();
    now.addAndGet(60_000_000_000L);
    clock.tick();
    assertThat(model.progress()).isLessThan(1);
  }

  @Test
  void saysNothingAfterItWasClosed() {
    clock.setEnabled(true);
    clock.close();
    model.play();
    assertThat(clock.isTicking()).isFalse();
  }
}
