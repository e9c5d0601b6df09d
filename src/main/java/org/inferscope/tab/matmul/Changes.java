package org.inferscope.tab.matmul;

/** Finds out how much of the stage two instants have in common. Pure. */
final class Changes {
  private Changes() {}

  /** Whether nothing but what is in the air differs. */
  static boolean onlyChips(Scene before, Scene now) {
    Moment one = before.moment();
    Moment other = now.moment();
    if (one == null || other == null) {
      return false;
    }
    boolean landing = one.phase() >= Moment.LANDED || other.phase() >= Moment.LANDED;
    return !landing
        && !now.layout().isSystolic()
        && before.layout().spec().equals(now.layout().spec())
        && one.motion() == other.motion()
        && one.shown().done() == other.shown().done()
        && before.line().equals(now.line())
        && before.narration().equals(now.narration())
        && before.a().equals(now.a())
        && before.b().equals(now.b())
        && before.hover().equals(now.hover());
  }
}
