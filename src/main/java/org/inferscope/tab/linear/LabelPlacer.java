package org.inferscope.tab.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inferscope.ui.paint.Box;

/**
 * Finds places for the labels of arrows on one plane: near the tip, on the far side of it if that
 * is free, never over another label or a tip, never beyond the plane, and rather beside an arrow
 * than over it. Where all of a label finds no place its name does, or nothing. Pure.
 */
final class LabelPlacer {
  private static final double[] TURNS = {0, 45, -45, 90, -90, 135, -135, 180, 22, -22, 67, -67};
  private static final double[] DISTANCES = {9, 18, 30, 46, 66};
  private static final double TIP = 12;
  private static final int SAMPLES = 28;
  private static final double CROSSED = 6;
  private static final double TURNED = 0.05;

  private final Box plane;
  private final double size;
  private final double unit;
  private final List<Arrow> arrows;
  private final List<TipLabel> placed = new ArrayList<>();

  private LabelPlacer(Box plane, double size, double unit, List<Arrow> arrows) {
    this.plane = plane.grown(-2 * unit);
    this.size = size;
    this.unit = unit;
    this.arrows = arrows;
  }

  /**
   * Places labels.
   *
   * @param plane what they must stay inside of
   * @param size size of the type in pixels
   * @param unit pixels of an unscaled pixel
   * @param arrows those of the plane, the most important first
   */
  static List<TipLabel> place(Box plane, double size, double unit, List<Arrow> arrows) {
    LabelPlacer placer = new LabelPlacer(plane, size, unit, arrows);
    arrows.forEach(placer::place);
    return List.copyOf(placer.placed);
  }

  private void place(Arrow arrow) {
    if (arrow.label().name().isEmpty() || !plane.contains(arrow.to()[0], arrow.to()[1])) {
      return;
    }
    best(arrow, arrow.label().text())
        .or(() -> best(arrow, arrow.label().name()))
        .ifPresent(placed::add);
  }

  private Optional<TipLabel> best(Arrow arrow, String text) {
    double width = TipLabel.width(text, size);
    double height = TipLabel.LINE * size;
    Optional<TipLabel> best = Optional.empty();
    double least = Double.MAX_VALUE;
    for (double distance : DISTANCES) {
      for (double turn : TURNS) {
        Box box = beside(arrow, turn, distance * unit, width, height);
        double cost = distance + Math.abs(turn) * TURNED;
        if (cost < least && isFree(box)) {
          cost += CROSSED * crossings(box);
          if (cost < least) {
            least = cost;
            best = Optional.of(new TipLabel(arrow, text, box, size));
          }
        }
      }
    }
    return best;
  }

  /** The box whose edge is as far from the tip as told, in a direction off the arrow's own. */
  private static Box beside(Arrow arrow, double turn, double distance, double w, double h) {
    double dx = arrow.to()[0] - arrow.from()[0];
    double dy = arrow.to()[1] - arrow.from()[1];
    double along = Math.hypot(dx, dy) < 1 ? -Math.PI / 4 : Math.atan2(dy, dx);
    double angle = along + Math.toRadians(turn);
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    double reach = distance + Math.min(w / 2 / Math.abs(cos), h / 2 / Math.abs(sin));
    return Box.around(arrow.to()[0] + cos * reach, arrow.to()[1] + sin * reach, w, h);
  }

  private boolean isFree(Box box) {
    return plane.covers(box)
        && placed.stream().noneMatch(other -> other.box().grown(unit).overlaps(box))
        && arrows.stream().noneMatch(arrow -> arrow.around(TIP * unit).overlaps(box));
  }

  /** How much of the arrows' lines lies under a box. */
  private double crossings(Box box) {
    int hits = 0;
    for (Arrow arrow : arrows) {
      for (int k = 0; k <= SAMPLES; k++) {
        double t = (double) k / SAMPLES;
        double x = arrow.from()[0] + t * (arrow.to()[0] - arrow.from()[0]);
        double y = arrow.from()[1] + t * (arrow.to()[1] - arrow.from()[1]);
        hits += box.contains(x, y) ? 1 : 0;
      }
    }
    return hits;
  }
}
