package org.inferscope.tab.roofline.roof;

import java.util.OptionalDouble;
import org.inferscope.model.roofline.Point;
import org.inferscope.tab.roofline.desk.Selection;

/**
 * A point of the view.
 *
 * @param group what sort of point it is
 * @param selection what is lit when it is chosen
 * @param label its name, short enough to stand in the chart
 * @param point the product under the roof that it is held against
 */
record RoofPoint(Group group, Selection selection, String label, Point point) {

  /** Sorts of points. */
  enum Group {
    /** The notebook's situations. */
    SCENARIOS,
    /** The products of the transformer layer. */
    LAYER,
    /** What has been measured. */
    MEASURED,
    /** The product whose batch is dragged: always there. */
    WALK
  }

  /** Operations a second: those measured, or those at the roof; empty where there is neither. */
  OptionalDouble height() {
    return group == Group.MEASURED ? point.rate() : point.attainable();
  }
}
