package org.inferscope.tab.linear;

import org.inferscope.ui.paint.Box;

/**
 * Where the geometry's two planes and the map lie, in pixels of user space. The map stands between
 * the planes, or under them where they get larger that way. Immutable.
 *
 * @param spec what it was made for
 * @param before the square before the layer
 * @param after the square after it
 * @param titleBefore the line above the one
 * @param titleAfter the line above the other
 * @param map the map in numbers
 * @param between what lies between the planes; the same as the map where that stands there
 * @param story the sentence below; empty where it stands elsewhere
 */
record PlaneLayout(
    Spec spec,
    Box before,
    Box after,
    Box titleBefore,
    Box titleAfter,
    Box map,
    Box between,
    Box story) {
  /** Characters of a number of the map, with the space around it. */
  static final int COLUMN_CHARACTERS = 8;

  private static final double PAD = 14;
  private static final double GAP = 12;
  private static final double TITLE = 26;
  private static final double STORY = 42;
  private static final double FOOT = 4;
  private static final double SMALLEST_SIDE = 80;
  private static final double BRACKETS = 18;
  private static final double DIGIT = 0.6;
  private static final double LARGEST_TYPE = 16;
  private static final double TYPE = 0.021;

  /** Width between the planes where the map stands under them. */
  private static final double NARROW = 44;

  /** How much larger planes must get for the map to stand under them. */
  private static final double WORTH_IT = 1.06;

  /**
   * What a layout depends on.
   *
   * @param width width of the stage in pixels of user space
   * @param height its height
   * @param dimensions 2 or 3
   * @param narrated whether the sentence stands below the planes
   * @param unit pixels of an unscaled pixel
   * @param smallest smallest size of type, unscaled
   */
  record Spec(
      int width, int height, int dimensions, boolean narrated, double unit, double smallest) {
    double px(double unscaled) {
      return unscaled * unit;
    }

    /** Size of the smallest type, in pixels. */
    double type() {
      return px(smallest);
    }
  }

  static PlaneLayout of(Spec spec) {
    double least = spec.dimensions() * COLUMN_CHARACTERS * DIGIT * spec.type() + spec.px(BRACKETS);
    double inner = spec.width() - 2 * spec.px(PAD);
    double story = spec.px(spec.narrated() ? STORY : FOOT);
    double high = spec.height() - spec.px(TITLE) - story;
    double row = MapNumbers.height(spec);
    double beside = side(spec, high, inner - least - 2 * spec.px(GAP));
    double above = side(spec, high - row, inner - spec.px(NARROW));
    return above > beside * WORTH_IT
        ? mapBelow(spec, above, row, story)
        : mapBetween(spec, beside, least, story);
  }

  private static double side(Spec spec, double high, double wide) {
    return Math.floor(Math.max(spec.px(SMALLEST_SIDE), Math.min(high, wide / 2)));
  }

  private static PlaneLayout mapBetween(Spec spec, double side, double least, double story) {
    double gap = spec.px(GAP);
    double left = spec.width() - 2 * spec.px(PAD) - 2 * gap - 2 * side;
    double map = Math.max(least, Math.min(left, least * 1.5));
    Box whole = middle(spec, 2 * side + map + 2 * gap, side, story);
    Box between = new Box(whole.x() + side + gap, whole.y(), map, side);
    return layout(spec, whole, between, between, story);
  }

  private static PlaneLayout mapBelow(Spec spec, double side, double row, double story) {
    Box whole = middle(spec, 2 * side + spec.px(NARROW), side + row, story);
    Box planes = new Box(whole.x(), whole.y(), whole.w(), side);
    Box map = new Box(whole.x(), planes.bottom(), whole.w(), row);
    Box between = new Box(planes.x() + side, planes.y(), spec.px(NARROW), side);
    return layout(spec, planes, map, between, story);
  }

  /** A box of this size under the titles, in the middle of what is there. */
  private static Box middle(Spec spec, double width, double height, double story) {
    double title = spec.px(TITLE);
    double spare = spec.height() - title - story - height;
    double y = Math.floor(title + Math.max(0, spare / 2));
    return new Box(Math.floor((spec.width() - width) / 2), y, Math.floor(width), height);
  }

  private static PlaneLayout layout(Spec spec, Box planes, Box map, Box between, double story) {
    double side = planes.h();
    Box before = new Box(planes.x(), planes.y(), side, side);
    Box after = new Box(planes.right() - side, planes.y(), side, side);
    double pad = spec.px(PAD);
    double foot = Math.max(planes.bottom(), map.bottom());
    Box below = spec.narrated() ? new Box(pad, foot, spec.width() - 2 * pad, story) : Box.EMPTY;
    double title = spec.px(TITLE);
    return new PlaneLayout(
        spec, before, after, above(before, title), above(after, title), map, between, below);
  }

  private static Box above(Box plane, double height) {
    return new Box(plane.x(), plane.y() - height, plane.w(), height);
  }

  /** Whether the map stands between the planes. */
  boolean isMapBetween() {
    return map.equals(between);
  }

  /** Size of the type on the planes: larger where they are large. */
  double type() {
    return Math.max(spec.type(), Math.min(spec.px(LARGEST_TYPE), before.w() * TYPE));
  }
}
