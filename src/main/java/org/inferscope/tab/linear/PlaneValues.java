package org.inferscope.tab.linear;

import java.util.Optional;
import org.inferscope.model.linear.LinearRef;

/** Finds the value whose number stands at a place of the geometry. Stateless. */
final class PlaneValues {
  private PlaneValues() {}

  /** The value at a place, in a label or in the map; the map's only once it is W. */
  static Optional<LinearRef> at(
      LinearPresenter presenter, GeometryScene scene, double x, double y) {
    if (!scene.isShown()) {
      return Optional.empty();
    }
    Optional<TipLabel> label = scene.labelAt(x, y);
    if (label.isPresent()) {
      return label.flatMap(found -> inLabel(presenter, scene, found, x, y));
    }
    return scene.moment().isTurned() ? MapNumbers.of(scene.layout()).refAt(x, y) : Optional.empty();
  }

  /** Before the shift the output's label shows its products without b. */
  private static Optional<LinearRef> inLabel(
      LinearPresenter presenter, GeometryScene scene, TipLabel label, double x, double y) {
    int coordinate = label.coordinateAt(x, y);
    if (coordinate < 0) {
      return Optional.empty();
    }
    boolean products = !scene.moment().isShifted();
    int inputs = scene.moment().dimensions();
    return label
        .arrow()
        .tip()
        .map(
            tip ->
                tip.equals(Tip.OUTPUT) && products
                    ? new LinearRef.PartialSum(presenter.row(), coordinate, inputs)
                    : tip.ref(presenter, coordinate));
  }
}
