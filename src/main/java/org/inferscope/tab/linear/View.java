package org.inferscope.tab.linear;

import java.util.List;

/**
 * One of the two pictures: what the map makes of a point, how that is seen, and where it lies.
 *
 * @param plane where it lies
 * @param camera how it is seen
 * @param moment the map that it shows
 * @param after whether it is the one after the layer
 */
record View(Plane plane, Camera camera, MapMoment moment, boolean after) {
  static View before(GeometryScene scene) {
    MapMoment nothing = MapMoment.at(scene.moment().geometry(), 0);
    return new View(scene.before(), scene.camera(), nothing, false);
  }

  static View after(GeometryScene scene) {
    return new View(scene.after(), scene.camera(), scene.moment(), true);
  }

  /** Where the images of points lie: x, y, x, y in pixels of user space. */
  double[] images(List<double[]> points) {
    double[] places = new double[2 * points.size()];
    for (int k = 0; k < points.size(); k++) {
      double[] place = plane.place(camera.seen(moment.image(points.get(k))));
      places[2 * k] = place[0];
      places[2 * k + 1] = place[1];
    }
    return places;
  }

  /** Where a point itself lies, whatever the map does. */
  double[] place(double[] point) {
    return plane.place(camera.seen(point));
  }

  /** Whether the image of a point lies in front of where the origin is. */
  boolean isInFront(double[] point) {
    return camera.nearness(moment.vector(point)) >= 0;
  }
}
