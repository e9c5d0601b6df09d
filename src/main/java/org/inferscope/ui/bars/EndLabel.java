package org.inferscope.ui.bars;

import java.util.List;
import org.inferscope.ui.paint.Box;

/**
 * Where the value of a bar is written: beyond the bar's end, or inside the bar before its end, or
 * on the other side of zero; wherever it stays in the plot and covers nothing that is marked.
 *
 * @param box where the text goes; empty where it has no room
 * @param isInside whether it lies on the bar
 */
record EndLabel(Box box, boolean isInside) {
  private static final EndLabel NOWHERE = new EndLabel(Box.EMPTY, false);

  /**
   * What a label has to fit between.
   *
   * @param track the plot's stretch in this lane
   * @param zero where the bar begins
   * @param end where it ends
   * @param isBeyond whether the bar goes on beyond the plot, so that nothing fits after its end
   * @param taken what may not be covered
   * @param gap free space between the text and what is beside it
   */
  record Room(Box track, double zero, double end, boolean isBeyond, List<Box> taken, double gap) {}

  /** Finds the place of a text of a width. */
  static EndLabel of(Room room, double width) {
    double side = room.end >= room.zero ? 1 : -1;
    double near = room.gap + width / 2;
    Box beyond = box(room, tip(room, side, width) + side * near, width);
    if (!room.isBeyond && isFree(room, beyond)) {
      return new EndLabel(beyond, false);
    }
    Box inside = box(room, room.end - side * near, width);
    if (Math.abs(room.end - room.zero) >= width + 2 * room.gap && isFree(room, inside)) {
      return new EndLabel(inside, true);
    }
    Box across = box(room, room.zero - side * near, width);
    return isFree(room, across) ? new EndLabel(across, false) : NOWHERE;
  }

  /** The bar's end, or the far side of a mark just after it: the text goes after that. */
  private static double tip(Room room, double side, double width) {
    double tip = room.end;
    for (Box mark : room.taken) {
      double far = side > 0 ? mark.right() : mark.x();
      Box wanted = box(room, tip + side * (room.gap + width / 2), width);
      if ((far - tip) * side > 0 && mark.grown(room.gap - 1).overlaps(wanted)) {
        tip = far;
      }
    }
    return tip;
  }

  private static boolean isFree(Room room, Box box) {
    return box.x() >= room.track.x()
        && box.right() <= room.track.right()
        && room.taken.stream().noneMatch(box::overlaps);
  }

  private static Box box(Room room, double centre, double width) {
    return new Box(centre - width / 2, room.track.y(), width, room.track.h());
  }
}
