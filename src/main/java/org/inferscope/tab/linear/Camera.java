package org.inferscope.tab.linear;

/**
 * How points of the plane or of space are seen: the plane straight from above, space from a side,
 * without perspective, its third axis upwards. Coordinates of the view are to the right and up.
 * Immutable; any thread.
 *
 * @param dimensions 2 or 3
 * @param turn how far space is turned about its third axis, in radians
 * @param tilt how far it is looked at from above, in radians, −π/2 to π/2
 */
record Camera(int dimensions, double turn, double tilt) {
  private static final double FIRST_TURN = Math.toRadians(-32);
  private static final double FIRST_TILT = Math.toRadians(20);

  /** Where the view starts. */
  static Camera of(int dimensions) {
    return new Camera(dimensions, FIRST_TURN, FIRST_TILT);
  }

  boolean isSpace() {
    return dimensions == 3;
  }

  /** Turned further: what is in front goes right and down for positive angles, in radians. */
  Camera turned(double right, double down) {
    double steepest = Math.PI / 2;
    double next = Math.max(-steepest, Math.min(steepest, tilt + down));
    return new Camera(dimensions, Math.IEEEremainder(turn + right, 2 * Math.PI), next);
  }

  /** Where a point is seen. */
  double[] seen(double[] point) {
    return isSpace()
        ? new double[] {dot(right(), point), dot(up(), point)}
        : new double[] {point[0], point[1]};
  }

  /** How near a point is; 0 in the plane. */
  double nearness(double[] point) {
    return isSpace() ? dot(towards(), point) : 0;
  }

  /** The movement within the plane of the picture that is seen as this one. */
  double[] lifted(double right, double up) {
    if (!isSpace()) {
      return new double[] {right, up};
    }
    double[] across = right();
    double[] upwards = up();
    double[] moved = new double[dimensions];
    for (int i = 0; i < moved.length; i++) {
      moved[i] = right * across[i] + up * upwards[i];
    }
    return moved;
  }

  private double[] right() {
    return new double[] {Math.cos(turn), -Math.sin(turn), 0};
  }

  private double[] up() {
    double sine = Math.sin(tilt);
    return new double[] {Math.sin(turn) * sine, Math.cos(turn) * sine, Math.cos(tilt)};
  }

  private double[] towards() {
    double cosine = Math.cos(tilt);
    return new double[] {-Math.sin(turn) * cosine, -Math.cos(turn) * cosine, Math.sin(tilt)};
  }

  private static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }
}
