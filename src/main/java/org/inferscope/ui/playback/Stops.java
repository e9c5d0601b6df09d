package org.inferscope.ui.playback;

import java.util.Arrays;

/**
 * The positions at which a step ends, ascending, the last one being the end of the work. Position
 * 0, before the first step, is understood and not listed.
 */
final class Stops {
  private final int[] ends;

  private Stops(int[] ends) {
    this.ends = ends;
  }

  /** One stop after every tick. */
  static Stops every(int ticks) {
    int[] ends = new int[ticks];
    Arrays.setAll(ends, i -> i + 1);
    return new Stops(ends);
  }

  /**
   * Stops at the given positions and at the end.
   *
   * @throws IllegalArgumentException if they are not strictly ascending or lie outside 1..ticks
   */
  static Stops at(int ticks, int... positions) {
    int last = 0;
    for (int position : positions) {
      if (position <= last || position > ticks) {
        throw new IllegalArgumentException(
            "stops must ascend within 1.." + ticks + ", got " + Arrays.toString(positions));
      }
      last = position;
    }
    if (last == ticks) {
      return new Stops(positions.clone());
    }
    int[] ends = Arrays.copyOf(positions, positions.length + 1);
    ends[positions.length] = ticks;
    return new Stops(ends);
  }

  int count() {
    return ends.length;
  }

  int end() {
    return ends.length == 0 ? 0 : ends[ends.length - 1];
  }

  /** How many stops lie at or before the position. */
  int countUpTo(int position) {
    int found = Arrays.binarySearch(ends, position);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** The first stop after the position, or the end. */
  int after(int position) {
    int index = countUpTo(position);
    return index < ends.length ? ends[index] : end();
  }

  /** The last stop before the position, or 0. */
  int before(int position) {
    int index = countUpTo(position - 1);
    return index == 0 ? 0 : ends[index - 1];
  }

  /** The last stop at or before the position, or 0. */
  int atOrBefore(int position) {
    return before(position + 1);
  }

  int[] toArray() {
    return ends.clone();
  }
}
