package org.inferscope.tab.linear;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.inferscope.ui.paint.Box;

/**
 * Everything one picture of the geometry is painted from. Immutable.
 *
 * @param layout where everything lies
 * @param camera how points are seen
 * @param moment the map now
 * @param before the plane before the layer
 * @param after the plane after it
 * @param arrows those of both planes, in the order they are painted
 * @param labels what stands at their tips
 * @param dots the rows of the batch but the one in focus
 * @param words the texts
 * @param light what the person points at
 */
record GeometryScene(
    PlaneLayout layout,
    Camera camera,
    MapMoment moment,
    Plane before,
    Plane after,
    List<Arrow> arrows,
    List<TipLabel> labels,
    Dots dots,
    Words words,
    Light light) {

  /** Points of the batch as x, y, x, y in pixels of user space; the arrays are not changed. */
  static final class Dots {
    private final double[] before;
    private final double[] after;

    Dots(double[] before, double[] after) {
      this.before = before;
      this.after = after;
    }

    double[] before() {
      return before;
    }

    double[] after() {
      return after;
    }
  }

  /**
   * The texts.
   *
   * @param before above the plane before
   * @param after above the plane after
   * @param afterInShort the same where there is little room
   * @param note what is to be said of the plane after; empty where nothing is
   * @param story what the layer does, in one sentence
   * @param refusal why there is nothing to be seen; empty where there is
   */
  record Words(
      String before,
      String after,
      String afterInShort,
      String note,
      String story,
      String refusal) {}

  /**
   * What the person points at.
   *
   * @param hot the tip under the pointer or being dragged
   * @param focused the tip that has the keyboard
   * @param planes whether the planes themselves have it
   */
  record Light(Optional<Tip> hot, Optional<Tip> focused, boolean planes) {
    static final Light NONE = new Light(Optional.empty(), Optional.empty(), false);

    boolean isOn(Tip tip) {
      return hot.equals(Optional.of(tip)) || focused.equals(Optional.of(tip));
    }
  }

  /** Whether the planes can be drawn. */
  boolean isShown() {
    return words.refusal().isEmpty();
  }

  Plane plane(boolean second) {
    return second ? after : before;
  }

  /** The arrow that ends in a tip, if it shows. */
  Optional<Arrow> arrow(Tip tip) {
    return arrows.stream().filter(arrow -> arrow.ends(tip)).findFirst();
  }

  /** The tip nearest to a place, if one is near enough; what can be dragged comes first. */
  Optional<Tip> tipAt(double x, double y) {
    double reach = layout.spec().px(13);
    double nearest = reach * reach;
    Optional<Tip> found = Optional.empty();
    for (Arrow arrow : arrows) {
      double dx = arrow.to()[0] - x;
      double dy = arrow.to()[1] - y;
      double handicap = arrow.tip().filter(Tip::isEditable).isPresent() ? 0 : layout.spec().px(2);
      double distance = dx * dx + dy * dy + handicap * handicap;
      boolean visible = plane(arrow.after()).box().contains(arrow.to()[0], arrow.to()[1]);
      if (visible && arrow.tip().isPresent() && distance < nearest) {
        nearest = distance;
        found = arrow.tip();
      }
    }
    return found;
  }

  /** The label at a place. */
  Optional<TipLabel> labelAt(double x, double y) {
    return labels.stream().filter(label -> label.box().contains(x, y)).findFirst();
  }

  /** Whether a place is on one of the planes. */
  boolean isOnPlane(double x, double y) {
    return before.box().contains(x, y) || after.box().contains(x, y);
  }

  /** What lies over the planes' own numbers. */
  Stream<Box> labelBoxes() {
    return labels.stream().map(TipLabel::box);
  }
}
