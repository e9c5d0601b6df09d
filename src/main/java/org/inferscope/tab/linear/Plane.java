package org.inferscope.tab.linear;

import org.inferscope.ui.bars.BarScale;
import org.inferscope.ui.paint.Box;

/**
 * A square with the origin in its middle and one scale on both axes. Immutable; any thread.
 *
 * @param box where it lies, in pixels of user space; a square
 * @param range the coordinate at its right and its upper edge, above 0
 */
record Plane(Box box, double range) {
  /** Where a seen point lies: x, y. */
  double[] place(double[] seen) {
    return new double[] {x(seen[0]), y(seen[1])};
  }

  double x(double right) {
    return box.centerX() + right / perPixel();
  }

  double y(double up) {
    return box.centerY() - up / perPixel();
  }

  /** How much a pixel stands for. */
  double perPixel() {
    return 2 * range / box.w();
  }

  /**
   * Coordinates of the grid's lines, 0 among them: whole numbers unless the plane is smaller than 1
   * or so large that they would stand closer than told.
   */
  double[] lines(double closest) {
    BarScale scale = new BarScale(-range, range);
    double[] all = scale.ticks((int) Math.max(3, Math.min(41, box.w() / closest)));
    boolean belowOne = all.length > 1 && all[1] - all[0] < 1;
    if (range < 1 || !belowOne) {
      return all;
    }
    int most = (int) Math.floor(range);
    double[] whole = new double[2 * most + 1];
    for (int k = 0; k < whole.length; k++) {
      whole[k] = k - most;
    }
    return whole;
  }
}
