package org.inferscope.model.roofline.explain;

import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.roofline.Point;

/**
 * A figure of a product under a roof.
 *
 * @param point the product
 * @param figure which of its figures
 */
public record PointRef(Point point, PointFigure figure) implements ValueRef {

  /**
   * One of the timed runs behind a measurement.
   *
   * @param point the product that was measured
   * @param run which run, from 0
   */
  public record Sample(Point point, int run) implements ValueRef {}
}
