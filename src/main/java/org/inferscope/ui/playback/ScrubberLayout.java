package org.inferscope.ui.playback;

import java.util.ArrayList;
import java.util.List;
import org.inferscope.ui.theme.Metrics;

/**
 * Where things lie on the scrubber, in pixels, so that the painter and the mouse agree.
 *
 * @param left where the track begins
 * @param right where the track ends
 * @param middle the height of the track
 * @param steps how many ticks the track stands for
 */
record ScrubberLayout(double left, double right, double middle, int steps) {
  static final int THUMB = 14;
  private static final int TICK_GAP = 5;

  static ScrubberLayout of(int width, int height, int steps) {
    double margin = Metrics.px(THUMB / 2f + 3);
    return new ScrubberLayout(
        margin, Math.max(margin, width - margin), height / 2.0, Math.max(0, steps));
  }

  /** Where a place in the animation lies. */
  double xOf(double ticks) {
    return steps == 0 ? left : left + (right - left) * ticks / steps;
  }

  /** The place in the animation under a point, held within the track. */
  double ticksAt(double x) {
    if (right <= left) {
      return 0;
    }
    return Math.max(0, Math.min(steps, (x - left) / (right - left) * steps));
  }

  /** The marks that can be told apart; none if they lie too close together. */
  List<Integer> visible(int[] marks) {
    List<Integer> shown = new ArrayList<>();
    if (marks.length == 0 || (right - left) / marks.length < Metrics.px(TICK_GAP)) {
      return shown;
    }
    for (int mark : marks) {
      if (mark > 0 && mark < steps) {
        shown.add(mark);
      }
    }
    return shown;
  }
}
