package org.inferscope.model.matmul;

import java.util.Arrays;

/**
 * How the ticks of a program are cut into playback steps at one grain. A position is a number of
 * ticks done, 0 to {@link #ticks()}; step s runs from position {@link #start} to {@link #end}. Any
 * position stays valid when the grain changes, so playback can switch grains while it runs.
 */
public final class Steps {
  private final int[] ends;

  /**
   * Steps that end at those positions.
   *
   * @param ends rising positions, the last being the number of ticks
   */
  Steps(int[] ends) {
    this.ends = ends.clone();
  }

  /** Number of steps. */
  public int count() {
    return ends.length;
  }

  /** Number of ticks in all steps together. */
  public int ticks() {
    return ends[ends.length - 1];
  }

  /** Position before step s. */
  public int start(int step) {
    return step == 0 ? 0 : ends[step - 1];
  }

  /** Position after step s. */
  public int end(int step) {
    return ends[step];
  }

  /** Steps wholly done at a position, 0 to {@link #count()}. */
  public int completed(int done) {
    int at = Arrays.binarySearch(ends, done);
    return at >= 0 ? at + 1 : -at - 1;
  }

  /** The step that the tick after this position belongs to; the last step at the end. */
  public int stepAt(int done) {
    return Math.min(completed(done), count() - 1);
  }

  /** The next position, after this one, at which a step ends; the end when there is none. */
  public int next(int done) {
    return ends[stepAt(done)];
  }

  /** The last position, before this one, at which a step starts; 0 when there is none. */
  public int previous(int done) {
    return start(stepAt(Math.max(0, done - 1)));
  }

  /** Positions at which steps end, rising; a copy. */
  public int[] ends() {
    return ends.clone();
  }
}
