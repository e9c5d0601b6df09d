package org.inferscope.ui.paint;

/** A rectangle of the stage, in pixels of user space. Free of any toolkit. */
public record Box(double x, double y, double w, double h) {
  public static final Box EMPTY = new Box(0, 0, 0, 0);

  public static Box around(double centerX, double centerY, double w, double h) {
    return new Box(centerX - w / 2, centerY - h / 2, w, h);
  }

  public double right() {
    return x + w;
  }

  public double bottom() {
    return y + h;
  }

  public double centerX() {
    return x + w / 2;
  }

  public double centerY() {
    return y + h / 2;
  }

  public boolean isEmpty() {
    return w <= 0 || h <= 0;
  }

  public boolean contains(double px, double py) {
    return px >= x && px < right() && py >= y && py < bottom();
  }

  /** Whether the other lies inside, to within half a pixel. */
  public boolean covers(Box other) {
    return other.x >= x - 0.5
        && other.y >= y - 0.5
        && other.right() <= right() + 0.5
        && other.bottom() <= bottom() + 0.5;
  }

  /** Whether the two share more than an edge. */
  public boolean overlaps(Box other) {
    return !isEmpty()
        && !other.isEmpty()
        && x < other.right() - 0.5
        && other.x < right() - 0.5
        && y < other.bottom() - 0.5
        && other.y < bottom() - 0.5;
  }

  /** Larger by the margin on every side. */
  public Box grown(double margin) {
    return new Box(x - margin, y - margin, w + 2 * margin, h + 2 * margin);
  }

  public Box moved(double dx, double dy) {
    return new Box(x + dx, y + dy, w, h);
  }

  public Box union(Box other) {
    if (isEmpty()) {
      return other;
    }
    if (other.isEmpty()) {
      return this;
    }
    double left = Math.min(x, other.x);
    double top = Math.min(y, other.y);
    return new Box(
        left,
        top,
        Math.max(right(), other.right()) - left,
        Math.max(bottom(), other.bottom()) - top);
  }

  /** The box on the straight way from this one to another, t from 0 to 1. */
  public Box towards(Box to, double t) {
    return new Box(x + (to.x - x) * t, y + (to.y - y) * t, w + (to.w - w) * t, h + (to.h - h) * t);
  }

  /** The nearest place inside the bounds, size kept. */
  public Box clampedTo(Box bounds) {
    double left = Math.max(bounds.x, Math.min(x, bounds.right() - w));
    double top = Math.max(bounds.y, Math.min(y, bounds.bottom() - h));
    return new Box(left, top, w, h);
  }
}
