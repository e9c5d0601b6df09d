package org.inferscope.tab.linear;

import java.util.Optional;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.theme.Role;

/**
 * An arrow on one of the planes, as it is painted. Immutable.
 *
 * @param tip what its end stands for; empty where it cannot be taken hold of
 * @param after whether it lies on the plane after the layer
 * @param from where it starts: x, y in pixels of user space
 * @param to where it points
 * @param role its colour
 * @param weight how it is drawn
 * @param label what stands at its tip; the name alone where there is no room for more
 */
@SuppressWarnings(
    "ArrayRecordComponent") // numbers on their way to a painter, never changed or compared
record Arrow(
    Optional<Tip> tip,
    boolean after,
    double[] from,
    double[] to,
    Role role,
    Weight weight,
    Label label) {

  /** How an arrow is drawn. */
  enum Weight {
    /** What the plane is made of. */
    BASIS,
    /** What goes through the layer. */
    STRONG,
    /** What is added. */
    DASHED
  }

  /**
   * The words at a tip.
   *
   * @param name such as "W·e₁"
   * @param value such as "(0.87, 0.5)"; empty while it is on the way
   */
  record Label(String name, String value) {
    String text() {
      return value.isEmpty() ? name : name + " = " + value;
    }
  }

  /** A square around its tip. */
  Box around(double side) {
    return Box.around(to[0], to[1], side, side);
  }

  /** Whether it points at this tip. */
  boolean ends(Tip other) {
    return tip.isPresent() && tip.get().equals(other);
  }
}
