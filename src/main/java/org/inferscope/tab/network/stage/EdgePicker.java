package org.inferscope.tab.network.stage;

import java.util.Optional;
import org.inferscope.model.network.Ablations;

/** Finds the weight that the pointer is near, among those that are drawn. Pure. */
final class EdgePicker {
  private static final double NEAR = 4;

  /** Near the columns all weights of a unit run together: none is meant there. */
  private static final double APART = 10;

  private EdgePicker() {}

  /** The nearest weight at a place between two columns. */
  static Optional<Ablations.Target> at(Scene scene, double x, double y) {
    StageLayout layout = scene.layout();
    double apart = layout.spec().px(APART);
    for (int l = 0; l < scene.edges().size() && layout.ground().contains(x, y); l++) {
      boolean between = x > layout.column(l).out() + apart && x < layout.column(l + 1).in() - apart;
      if (between && scene.edges().get(l).isPresent()) {
        return nearest(layout, l, scene.edges().get(l).get(), x, y);
      }
    }
    return Optional.empty();
  }

  private static Optional<Ablations.Target> nearest(
      StageLayout layout, int l, EdgeSketch sketch, double x, double y) {
    double least = layout.spec().px(NEAR);
    int found = -1;
    double[] ends = new double[4];
    int count = EdgeBudget.of(sketch, layout.columns().size());
    for (int k = 0; k < count; k++) {
      if (EdgePainter.ends(ends, layout, l, sketch.from(k), sketch.to(k))) {
        double distance = distance(ends, x, y);
        // Of weights equally near the strongest is meant, which comes first.
        if (distance < least) {
          least = distance;
          found = k;
        }
      }
    }
    return found < 0
        ? Optional.empty()
        : Optional.of(new Ablations.Link(l, sketch.to(found), sketch.from(found)));
  }

  /** The distance of a place from the straight line through two ends. */
  private static double distance(double[] ends, double x, double y) {
    double dx = ends[2] - ends[0];
    double dy = ends[3] - ends[1];
    double across = dx * (y - ends[1]) - dy * (x - ends[0]);
    return Math.abs(across) / Math.hypot(dx, dy);
  }
}
