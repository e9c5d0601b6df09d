package org.inferscope.tab.linear;

import java.util.List;
import java.util.Optional;
import org.inferscope.ui.paint.Box;

/** Finds room for words inside the image of the unit square, clear of arrows and labels. Pure. */
final class AreaPlacer {
  private static final double[][] SPOTS = {
    {0.5, 0.5},
    {0.35, 0.65},
    {0.65, 0.35},
    {0.5, 0.75},
    {0.75, 0.5},
    {0.3, 0.8},
    {0.8, 0.3},
    {0.7, 0.7},
    {0.3, 0.3}
  };

  private static final int SAMPLES = 32;

  private final GeometryScene scene;
  private final View view;

  AreaPlacer(GeometryScene scene, View view) {
    this.scene = scene;
    this.view = view;
  }

  Optional<Box> place(double width, double height) {
    double[] square = view.images(Outlines.square(2, 0, 1, 0));
    for (double[] spot : SPOTS) {
      double[] middle = view.images(List.of(spot));
      Box box = Box.around(middle[0], middle[1], width, height);
      if (isInside(box.grown(scene.layout().spec().px(2)), square) && isClear(box)) {
        return Optional.of(box);
      }
    }
    return Optional.empty();
  }

  private boolean isInside(Box box, double[] square) {
    return view.plane().box().covers(box)
        && isInside(box.x(), box.y(), square)
        && isInside(box.right(), box.y(), square)
        && isInside(box.x(), box.bottom(), square)
        && isInside(box.right(), box.bottom(), square);
  }

  /** Whether a point lies on the same side of all four edges. */
  private static boolean isInside(double x, double y, double[] square) {
    int left = 0;
    for (int k = 0; k < 4; k++) {
      int next = (k + 1) % 4;
      double dx = square[2 * next] - square[2 * k];
      double dy = square[2 * next + 1] - square[2 * k + 1];
      left += dx * (y - square[2 * k + 1]) - dy * (x - square[2 * k]) > 0 ? 1 : 0;
    }
    return left == 0 || left == 4;
  }

  private boolean isClear(Box box) {
    if (scene.labelBoxes().anyMatch(box::overlaps)) {
      return false;
    }
    Box wide = box.grown(scene.layout().spec().px(2));
    return scene.arrows().stream()
        .filter(arrow -> arrow.after() == view.after())
        .noneMatch(arrow -> crosses(arrow, wide));
  }

  private static boolean crosses(Arrow arrow, Box box) {
    for (int k = 0; k <= SAMPLES; k++) {
      double t = (double) k / SAMPLES;
      double x = arrow.from()[0] + t * (arrow.to()[0] - arrow.from()[0]);
      double y = arrow.from()[1] + t * (arrow.to()[1] - arrow.from()[1]);
      if (box.contains(x, y)) {
        return true;
      }
    }
    return false;
  }
}
