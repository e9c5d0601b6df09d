package org.inferscope.ui.playback;

import java.util.function.LongSupplier;
import javax.swing.Timer;
import org.inferscope.compute.Registration;

/**
 * Lets time pass for an animation while it moves and may be seen, about sixty times a second; ticks
 * not at all otherwise. What passes is measured time, so a late tick makes a longer stride, but a
 * long stall does not make the animation leap. Event thread.
 */
public final class PlaybackClock implements Registration {
  private static final int TICK_MILLIS = 16;
  private static final double LONGEST_STRIDE_SECONDS = 0.1;

  private final PlaybackModel model;
  private final LongSupplier nanoTime;
  private final Timer timer = new Timer(TICK_MILLIS, event -> tick());
  private final Registration listening;
  private boolean enabled;
  private long before;

  /** A clock that is off until {@link #setEnabled}. */
  public PlaybackClock(PlaybackModel model) {
    this(model, System::nanoTime);
  }

  PlaybackClock(PlaybackModel model, LongSupplier nanoTime) {
    this.model = model;
    this.nanoTime = nanoTime;
    listening = model.listen(this::follow);
  }

  /** Switches it on where the animation shows, and off where it does not. */
  public void setEnabled(boolean enabled) {
    this.enabled = enabled;
    follow();
  }

  boolean isTicking() {
    return timer.isRunning();
  }

  /** Stops for good. */
  @Override
  public void close() {
    listening.close();
    timer.stop();
  }

  private void follow() {
    boolean needed = enabled && model.isMoving();
    if (needed && !timer.isRunning()) {
      before = nanoTime.getAsLong();
      timer.start();
    } else if (!needed) {
      timer.stop();
    }
  }

  void tick() {
    long now = nanoTime.getAsLong();
    double seconds = (now - before) * 1e-9;
    before = now;
    model.advance(Math.min(seconds, LONGEST_STRIDE_SECONDS));
  }
}
