package org.inferscope.tab.linear;

import org.inferscope.model.linear.LinearGeometry;
import org.inferscope.ui.paint.Ease;

/**
 * The layer's map at a moment of its animation: first the identity becomes W, then everything moves
 * by b. Immutable; any thread.
 *
 * @param geometry the layer's geometry
 * @param turned how much of W is done, 0 to 1
 * @param shifted how much of b is added, 0 to 1
 * @param map (1 − turned)·I + turned·W
 */
@SuppressWarnings(
    "ArrayRecordComponent") // numbers on their way to a painter, never changed or compared
record MapMoment(LinearGeometry geometry, double turned, double shifted, double[][] map) {
  /** The map at a place of the playback, 0 to {@link Stepper#GEOMETRY_TICKS}. */
  static MapMoment at(LinearGeometry geometry, double progress) {
    double turned = Ease.inOut(progress);
    return new MapMoment(geometry, turned, Ease.inOut(progress - 1), geometry.at(turned));
  }

  int dimensions() {
    return geometry.dimensions();
  }

  /** Whether the map is W. */
  boolean isTurned() {
    return turned >= 1;
  }

  /** Whether all of b is added. */
  boolean isShifted() {
    return shifted >= 1;
  }

  /** Where the origin is. */
  double[] offset() {
    double[] offset = geometry.shift();
    for (int i = 0; i < offset.length; i++) {
      offset[i] = shifted == 0 ? 0 : shifted * offset[i];
    }
    return offset;
  }

  /** What becomes of a vector, without the shift. */
  double[] vector(double[] v) {
    return geometry.apply(map, v);
  }

  /** Where a point is. */
  double[] image(double[] point) {
    double[] image = vector(point);
    double[] offset = offset();
    for (int i = 0; i < image.length; i++) {
      image[i] += offset[i];
    }
    return image;
  }

  /** What areas, or volumes, are multiplied by so far. */
  double size() {
    double[][] m = map;
    if (dimensions() == 2) {
      return m[0][0] * m[1][1] - m[0][1] * m[1][0];
    }
    return m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1])
        - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
        + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0]);
  }

  /** The basis vector of an axis. */
  static double[] basis(int dimensions, int axis) {
    double[] basis = new double[dimensions];
    basis[axis] = 1;
    return basis;
  }
}
