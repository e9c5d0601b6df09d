package org.inferscope.tab.linear;

import java.util.List;
import org.inferscope.ui.paint.Box;

/** Finds a place for a label that covers nothing. Pure. */
final class FreePlace {
  private static final double COVERS = 1000;

  private FreePlace() {}

  /**
   * The place nearest to where a box is wanted, within bounds, that covers none of what is taken;
   * where there is none, one that covers the fewest.
   *
   * @param step how finely to look
   */
  static Box near(Box wanted, Box bounds, List<Box> taken, double step) {
    Box best = wanted.clampedTo(bounds);
    double least = Double.POSITIVE_INFINITY;
    for (double x = bounds.x(); x + wanted.w() <= bounds.right(); x += step) {
      for (double y = bounds.y(); y + wanted.h() <= bounds.bottom(); y += step) {
        Box place = new Box(x, y, wanted.w(), wanted.h());
        double covered = taken.stream().filter(place::overlaps).count();
        double cost = COVERS * covered + Math.hypot(x - wanted.x(), y - wanted.y());
        if (cost < least) {
          least = cost;
          best = place;
        }
      }
    }
    return best;
  }
}
