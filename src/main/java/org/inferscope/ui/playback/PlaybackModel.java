package org.inferscope.ui.playback;

import java.util.ArrayList;
import java.util.List;
import org.inferscope.compute.Registration;

/**
 * Where an animation of finitely many ticks is, and whether it moves. Confined to one thread, the
 * event thread in the app; listeners are called on it, after each change.
 *
 * <p>{@link #position()} counts the finished ticks, and while a step runs {@link #phase()} tells
 * how far it has come. A step runs from the position to the next stop of the grain. Time comes from
 * outside, through {@link #advance(double)}.
 */
public final class PlaybackModel {
  /** How long a step takes at normal speed, unless set otherwise, in seconds. */
  public static final double STEP_SECONDS = 0.8;

  /** How long a single step asked for by hand takes, in seconds. */
  static final double GLIDE_SECONDS = 0.3;

  /** How long a loop rests on the finished picture before it starts over, in seconds. */
  static final double REST_SECONDS = 1.2;

  /** Keeps a place that was computed as just under a whole tick from falling a tick back. */
  private static final double ROUNDING = 1e-9;

  private enum Motion {
    STILL,
    GLIDING,
    PLAYING
  }

  private final List<Runnable> listeners = new ArrayList<>();
  private Stops grain = Stops.every(0);
  private Stops elements = Stops.every(0);
  private int position;
  private double phase;
  private double rested;
  private double stepSeconds = STEP_SECONDS;
  private Motion motion = Motion.STILL;
  private Speed speed = Speed.NORMAL;
  private boolean loop;
  private boolean reduceMotion;

  /**
   * Takes on new work, stopped at its start, at the finest grain.
   *
   * @param ticks how many finest steps there are, at least 0
   * @param elementMarks positions at which an element of the output is complete, ascending
   */
  public void load(int ticks, int... elementMarks) {
    if (ticks < 0) {
      throw new IllegalArgumentException("ticks must not be negative, got " + ticks);
    }
    grain = Stops.every(ticks);
    elements = Stops.at(ticks, elementMarks);
    rest(0);
  }

  /**
   * Sets what one step is, keeping the animation where it is, moving or not.
   *
   * @param ends the positions at which a step ends, ascending; the end of the work is added if it
   *     is missing
   */
  public void setGrain(int... ends) {
    double at = progress();
    grain = Stops.at(steps(), ends);
    place(at);
    fire();
  }

  /** Number of ticks of the whole work. */
  public int steps() {
    return grain.end();
  }

  /** Number of finished ticks, 0 to {@link #steps()}. */
  public int position() {
    return position;
  }

  /** The position at which the running, or the next, step ends. */
  public int nextPosition() {
    return grain.after(position);
  }

  /** How far the running step has come, 0 to 1; always 0 when motion is reduced. */
  public double phase() {
    return reduceMotion ? 0 : phase;
  }

  /** The position with the part of the running step, in ticks. */
  public double progress() {
    return position + phase() * (nextPosition() - position);
  }

  /** How many steps of the grain the work has. */
  public int stepCount() {
    return grain.count();
  }

  /** How many steps of the grain are finished. */
  public int stepNumber() {
    return grain.countUpTo(position);
  }

  /** How many steps of the grain are finished where this many ticks are. */
  public int stepNumberAt(int ticks) {
    return grain.countUpTo(ticks);
  }

  /** Positions at which an element of the output is complete, ascending. */
  public int[] elementMarks() {
    return elements.toArray();
  }

  /** Whether the animation plays on by itself. */
  public boolean isPlaying() {
    return motion == Motion.PLAYING;
  }

  /** Whether time matters: it plays, or one step asked for by hand is on its way. */
  public boolean isMoving() {
    return motion != Motion.STILL;
  }

  /** Whether all the work is done. */
  public boolean isAtEnd() {
    return position >= steps();
  }

  /** Whether nothing is done yet. */
  public boolean isAtStart() {
    return position == 0 && phase == 0;
  }

  /** The speed of playing. */
  public Speed speed() {
    return speed;
  }

  /** Whether it starts over at the end. */
  public boolean isLoop() {
    return loop;
  }

  /** Whether steps jump instead of moving. */
  public boolean isReduceMotion() {
    return reduceMotion;
  }

  /** Plays on; from the start if it stood at the end. */
  public void play() {
    if (steps() == 0) {
      return;
    }
    if (isAtEnd()) {
      position = 0;
    }
    rested = 0;
    motion = Motion.PLAYING;
    fire();
  }

  /** Stops where it is, even in the middle of a step. */
  public void pause() {
    motion = Motion.STILL;
    fire();
  }

  /** Plays if it was not playing, else pauses. */
  public void toggle() {
    if (isPlaying()) {
      pause();
    } else {
      play();
    }
  }

  /** Stops, and jumps to the end of the running or next step. */
  public void stepForward() {
    rest(nextPosition());
  }

  /**
   * Runs the next step as a short movement and stops after it; a movement still on its way is
   * finished first. Jumps when motion is reduced.
   */
  public void glideForward() {
    if (reduceMotion) {
      stepForward();
      return;
    }
    if (motion == Motion.GLIDING) {
      arrive();
    }
    motion = isAtEnd() ? Motion.STILL : Motion.GLIDING;
    fire();
  }

  /** Stops, and jumps to the start of the running step, or to the end of the one before. */
  public void stepBack() {
    rest(phase > 0 ? position : grain.before(position));
  }

  /** Stops, and jumps to where the next element of the output is complete. */
  public void elementForward() {
    rest(elements.after(position));
  }

  /** Stops, and jumps to where the element of the output before is complete, or to the start. */
  public void elementBack() {
    rest(elements.before(position));
  }

  /** Stops before the first step. */
  public void first() {
    rest(0);
  }

  /** Stops after the last step. */
  public void last() {
    rest(steps());
  }

  /** Stops at a position, clamped to 0..{@link #steps()}. */
  public void seek(int to) {
    rest(Math.max(0, Math.min(steps(), to)));
  }

  /**
   * Goes to a place between positions, clamped, as a hand on the scrubber does: whether it plays on
   * stays as it is. When motion is reduced the nearest stop is taken.
   */
  public void scrub(double ticks) {
    double at = Double.isNaN(ticks) ? 0 : Math.max(0, Math.min(steps(), ticks));
    if (motion == Motion.GLIDING) {
      motion = Motion.STILL;
    }
    int below = grain.atOrBefore((int) at);
    int above = grain.after(below);
    if (reduceMotion || above == below) {
      position = at - below < above - at ? below : above;
      phase = 0;
    } else {
      position = below;
      phase = (at - below) / (above - below);
    }
    rested = 0;
    fire();
  }

  /** Sets the speed; a step under way goes on at the new one. */
  public void setSpeed(Speed speed) {
    this.speed = speed;
    fire();
  }

  /** Sets how long one step takes at normal speed, in seconds, more than 0. */
  public void setStepSeconds(double seconds) {
    if (!(seconds > 0)) {
      throw new IllegalArgumentException("stepSeconds must be positive, got " + seconds);
    }
    stepSeconds = seconds;
  }

  /** Sets whether it starts over at the end. */
  public void setLoop(boolean loop) {
    this.loop = loop;
    fire();
  }

  /** Sets whether steps jump; a step under way falls back to its start. */
  public void setReduceMotion(boolean reduceMotion) {
    this.reduceMotion = reduceMotion;
    if (reduceMotion && !isPlaying()) {
      phase = 0;
      motion = Motion.STILL;
    }
    fire();
  }

  /** Lets time pass while it moves; without effect otherwise. */
  public void advance(double seconds) {
    if (!isMoving() || !(seconds > 0)) {
      return;
    }
    if (motion == Motion.GLIDING) {
      glide(seconds);
    } else {
      run(seconds * speed.factor());
    }
    fire();
  }

  /** Calls the listener after each change until the registration is closed. */
  public Registration listen(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  private void glide(double seconds) {
    phase += seconds / Math.min(GLIDE_SECONDS, stepSeconds);
    if (phase >= 1) {
      arrive();
      motion = Motion.STILL;
    }
  }

  private void run(double seconds) {
    double left = seconds;
    while (left > 0 && motion == Motion.PLAYING) {
      left = isAtEnd() ? linger(left) : runStep(left);
    }
  }

  private double runStep(double seconds) {
    double needed = (1 - phase) * stepSeconds;
    if (seconds < needed) {
      phase += seconds / stepSeconds;
      return 0;
    }
    arrive();
    if (isAtEnd() && !loop) {
      motion = Motion.STILL;
    }
    return seconds - needed;
  }

  private double linger(double seconds) {
    if (!loop) {
      motion = Motion.STILL;
      return 0;
    }
    double needed = REST_SECONDS - rested;
    if (seconds < needed) {
      rested += seconds;
      return 0;
    }
    rested = 0;
    position = 0;
    return seconds - needed;
  }

  private void arrive() {
    position = nextPosition();
    phase = 0;
    rested = 0;
  }

  private void place(double at) {
    position = (int) (at + ROUNDING);
    int next = nextPosition();
    phase = next == position ? 0 : Math.max(0, at - position) / (next - position);
  }

  private void rest(int at) {
    position = at;
    phase = 0;
    rested = 0;
    motion = Motion.STILL;
    fire();
  }

  private void fire() {
    List.copyOf(listeners).forEach(Runnable::run);
  }
}
