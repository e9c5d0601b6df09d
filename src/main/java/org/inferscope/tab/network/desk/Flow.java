package org.inferscope.tab.network.desk;

import org.inferscope.model.network.Trace;
import org.inferscope.ui.paint.Ease;
import org.inferscope.ui.playback.PlaybackModel;

/**
 * The animation: layer after layer, and within a layer the matmul, the bias and the activation as a
 * tick each. It stands at its end, everything computed, until somebody plays it. Confined to one
 * thread.
 */
public final class Flow {
  /** Ticks of a layer. */
  public static final int TICKS = 3;

  private static final double SECONDS_A_TICK = 1.0;

  /** What a tick does to a layer. */
  public enum Step {
    /** W·h. */
    MATMUL,
    /** + b. */
    BIAS,
    /** f(z). */
    ACTIVATION
  }

  private final PlaybackModel playback = new PlaybackModel();
  private int depth;

  Flow() {
    playback.setStepSeconds(SECONDS_A_TICK);
  }

  /** What the playback bar drives. */
  public PlaybackModel playback() {
    return playback;
  }

  /** Takes a network of so many layers over; where that is another number, all is computed. */
  void load(int layers) {
    if (layers == depth) {
      return;
    }
    depth = layers;
    int[] ends = new int[layers];
    for (int l = 0; l < layers; l++) {
      ends[l] = TICKS * (l + 1);
    }
    playback.load(TICKS * layers, ends);
    playback.last();
  }

  /** Whether part of the network is still to be computed. */
  public boolean isUnderWay() {
    return !playback.isAtEnd();
  }

  /** The layer that the running, or else the last finished, tick belongs to. */
  public int layer() {
    return Math.min(depth - 1, tick() / TICKS);
  }

  /** What that tick does. */
  public Step step() {
    return Step.values()[tick() % TICKS];
  }

  private int tick() {
    boolean resting = playback.phase() == 0 && playback.position() > 0;
    return resting ? playback.position() - 1 : Math.min(playback.position(), TICKS * depth - 1);
  }

  /** How far that tick has come, 0 to 1. */
  public double phase() {
    return playback.phase() == 0 && playback.position() > 0 ? 1 : playback.phase();
  }

  /** How far column c has come: 0 nothing, 1 its sums, 2 with the bias, 3 all. */
  public double progress(int c) {
    return c == 0 ? TICKS : Math.max(0, Math.min(TICKS, playback.progress() - TICKS * (c - 1.0)));
  }

  /** Whether nothing of column c is there yet. */
  public boolean isHidden(int c) {
    return progress(c) <= 0;
  }

  /**
   * The numbers of column c for the input in focus as they stand at this moment: sums that grow,
   * then move by the bias, then become activations.
   */
  public float[] values(Trace trace, int c) {
    double at = progress(c);
    if (at >= TICKS) {
      return trace.values(c);
    }
    if (at <= 0) {
      return new float[trace.network().width(c)];
    }
    float[] sums = trace.sums(c - 1);
    if (at <= 1) {
      return between(new float[sums.length], sums, at);
    }
    float[] z = trace.preActivations(c - 1);
    return at <= 2 ? between(sums, z, at - 1) : between(z, trace.values(c), at - 2);
  }

  private static float[] between(float[] from, float[] to, double phase) {
    if (phase >= 1) {
      return to;
    }
    double t = Ease.inOut(phase);
    float[] now = new float[from.length];
    for (int i = 0; i < now.length; i++) {
      now[i] = (float) (from[i] + (to[i] - from[i]) * t);
    }
    return now;
  }
}
