package org.inferscope.ui.paint;

/** One of the four sides of a box. */
public enum Edge {
  LEFT,
  RIGHT,
  TOP,
  BOTTOM;

  /** Whether it is the left or the right one. */
  public boolean isSideways() {
    return this == LEFT || this == RIGHT;
  }

  /** The side across. */
  public Edge opposite() {
    return switch (this) {
      case LEFT -> RIGHT;
      case RIGHT -> LEFT;
      case TOP -> BOTTOM;
      case BOTTOM -> TOP;
    };
  }

  /** The middle of this side of a box: x, y. */
  double[] middle(Box box) {
    return switch (this) {
      case LEFT -> new double[] {box.x(), box.centerY()};
      case RIGHT -> new double[] {box.right(), box.centerY()};
      case TOP -> new double[] {box.centerX(), box.y()};
      case BOTTOM -> new double[] {box.centerX(), box.bottom()};
    };
  }
}
