package org.inferscope.tab.linear;

/**
 * How much of the plane, or of space, shows before and after. Both show the same, so that sizes can
 * be compared, unless one would be lost in what the other needs. The ranges follow the numbers, but
 * hold still while a tip is dragged and then only widen as it comes near the edge. Event thread.
 */
final class PlaneScales {
  private static final double ROOM = 1.1;
  private static final double ROOM_UNDER_A_DRAG = 1.4;
  private static final double[] NICE = {1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10};
  private static final double EDGE = 0.96;
  private static final double MOST_APART = 6;

  /** What does not even reach as far as this is a point at any scale. */
  private static final double SMALLEST = 1e-9;

  private double before = 2;
  private double after = 2;
  private boolean held;

  /** From now on ranges only widen, or no longer so. */
  void hold(boolean on) {
    held = on;
  }

  /**
   * Follows what is to be seen.
   *
   * @param reachBefore the farthest coordinate before, finite
   * @param reachAfter the farthest one after, finite
   */
  void fit(double reachBefore, double reachAfter) {
    double one = Math.max(SMALLEST, reachBefore);
    double other = reachAfter < SMALLEST ? one : reachAfter;
    if (held) {
      widen(one, other);
      return;
    }
    boolean together = Math.max(one, other) <= MOST_APART * Math.min(one, other);
    double both = Math.max(one, other);
    before = range(together ? both : one, ROOM);
    after = range(together ? both : other, ROOM);
  }

  private void widen(double one, double other) {
    boolean together = before == after;
    boolean outgrown = one > before * EDGE;
    boolean outgrownAfter = other > after * EDGE;
    if (together && (outgrown || outgrownAfter)) {
      before = range(Math.max(one, other), ROOM_UNDER_A_DRAG);
      after = before;
      return;
    }
    before = outgrown ? range(one, ROOM_UNDER_A_DRAG) : before;
    after = outgrownAfter ? range(other, ROOM_UNDER_A_DRAG) : after;
  }

  private static double range(double reach, double room) {
    double least = reach * room;
    double decade = Math.pow(10, Math.floor(Math.log10(least)));
    for (double nice : NICE) {
      if (nice * decade >= least) {
        return nice * decade;
      }
    }
    return 10 * decade;
  }

  /** The coordinate at the edge of the plane before. */
  double before() {
    return before;
  }

  /** The same after. */
  double after() {
    return after;
  }
}
