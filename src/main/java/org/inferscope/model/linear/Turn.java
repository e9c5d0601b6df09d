package org.inferscope.model.linear;

import java.util.Arrays;

/** A rotation of space, by the right-hand rule. */
final class Turn {
  /** Beyond this close to 180° the antisymmetric part of the matrix is mostly rounding. */
  private static final double SMALL_SINE = 1e-2;

  private final double degrees;
  private final double[] axis;

  private Turn(double degrees, double[] axis) {
    this.degrees = degrees;
    this.axis = axis;
  }

  /** 0 to 180. */
  double degrees() {
    return degrees;
  }

  /** A unit vector; of no meaning for 0 degrees. */
  double[] axis() {
    return axis.clone();
  }

  /**
   * Axis and angle of a rotation matrix, with cos(angle) = (trace − 1) / 2 and 2·sin(angle)·axis
   * from the antisymmetric part.
   *
   * @param r [3, 3], orthogonal with determinant 1
   */
  static Turn of(double[][] r) {
    double[] w = {r[2][1] - r[1][2], r[0][2] - r[2][0], r[1][0] - r[0][1]};
    double sine = SmallSvd.length(w);
    double trace = r[0][0] + r[1][1] + r[2][2];
    double angle = Math.atan2(sine, trace - 1);
    if (angle < GeometryWords.SAME) {
      return new Turn(0, new double[] {0, 0, 1});
    }
    double[] axis = sine < SMALL_SINE && trace < 1 ? axisOfHalfTurn(r, trace, w) : unit(w);
    boolean half = Math.PI - angle < GeometryWords.SAME;
    return half ? new Turn(180, GeometryWords.upward(axis)) : new Turn(Math.toDegrees(angle), axis);
  }

  /** From R + Rᵀ + (1 − trace)·I = 2·(1 − cos)·axis·axisᵀ: the longest column, on w's side. */
  private static double[] axisOfHalfTurn(double[][] r, double trace, double[] w) {
    double[] longest = new double[3];
    for (int j = 0; j < 3; j++) {
      double[] column = new double[3];
      for (int i = 0; i < 3; i++) {
        column[i] = r[i][j] + r[j][i] + (i == j ? 1 - trace : 0);
      }
      longest = SmallSvd.length(column) > SmallSvd.length(longest) ? column : longest;
    }
    double side = longest[0] * w[0] + longest[1] * w[1] + longest[2] * w[2];
    return side < 0 ? negated(unit(longest)) : unit(longest);
  }

  /** The same turn followed by a half turn about its axis: 180° − angle about the other end. */
  Turn plusHalfTurn() {
    return new Turn(180 - degrees, negated(axis));
  }

  private static double[] unit(double[] vector) {
    double length = SmallSvd.length(vector);
    return Arrays.stream(vector).map(x -> x / length).toArray();
  }

  private static double[] negated(double[] vector) {
    return Arrays.stream(vector).map(x -> 0 - x).toArray();
  }
}
