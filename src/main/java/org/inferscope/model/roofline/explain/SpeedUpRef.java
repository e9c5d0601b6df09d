package org.inferscope.model.roofline.explain;

import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.roofline.Point;

/**
 * How many times as fast a product was as in another run.
 *
 * @param now the product as measured, with its timing
 * @param then the same product in the other run, with its timing
 * @param other what the other run is called on screen
 */
public record SpeedUpRef(Point now, Point then, String other) implements ValueRef {

  /** The quotient; NaN where one was not measured. */
  public double value() {
    return median(then) / median(now);
  }

  private static double median(Point point) {
    return PointValues.value(point, PointFigure.MEDIAN).orElse(Double.NaN);
  }
}
