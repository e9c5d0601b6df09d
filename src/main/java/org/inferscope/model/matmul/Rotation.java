package org.inferscope.model.matmul;

import org.inferscope.tensor.Matrix;

/** The matrix that turns points of the plane about the origin. */
public final class Rotation {
  private static final double ROUNDING = 1e-15;

  private Rotation() {}

  /**
   * [2, 2], counterclockwise; exact at right angles within a few turns.
   *
   * @param degrees the angle, any finite number
   */
  public static Matrix matrix(double degrees) {
    double angle = Math.toRadians(degrees);
    double cos = snapped(Math.cos(angle));
    double sin = snapped(Math.sin(angle));
    return Matrix.of(new double[][] {{cos, 0 - sin}, {sin, cos}});
  }

  /** Takes the rounding error off what is 0 at a right angle, and the sign off that 0. */
  private static double snapped(double x) {
    return Math.abs(x) < ROUNDING ? 0 : x;
  }
}
