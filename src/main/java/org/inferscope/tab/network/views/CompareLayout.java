package org.inferscope.tab.network.views;

import java.util.ArrayList;
import java.util.List;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;

/**
 * Where everything in the compare view lies, in pixels of user space.
 *
 * @param spec what it was made for
 * @param headline by how much the output moves, in large type
 * @param sub what differs
 * @param view where the columns before the output show
 * @param groups a group for each pair of columns; the output's, last, does not scroll
 * @param footer the sentence about what the pointer is on
 * @param content width of all groups but the output's together
 */
record CompareLayout(
    CompareSpec spec,
    Box headline,
    Box sub,
    Box view,
    List<Group> groups,
    Box footer,
    double content) {
  static final double LINE = 1.4;

  /** Groups narrower than this, unscaled, cannot be read: the view scrolls. */
  static final double NARROWEST = 150;

  /** As many units as have a bar each; more become a silhouette. */
  static final int MOST_BARS = 64;

  private static final double MARGIN = 16;
  private static final double GAP = 18;
  private static final double NARROWEST_OUTPUT = 262;
  private static final double WIDEST_OUTPUT = 560;
  private static final double OUTPUT_SHARE = 1.6;
  private static final double PANEL_GAP = 6;
  private static final double HIGHEST_LANE = 60;
  private static final double LOWEST_BAR = 3;
  private static final double NUMBER = 8 * Brush.DIGIT_ASPECT;

  /** Where a bar's value is written. */
  enum Place {
    /** Above the bar. */
    ABOVE,
    /** In a column right of the bars. */
    BESIDE,
    /** Nowhere: there is no room. */
    NOWHERE
  }

  /** A panel of a group. */
  enum Panel {
    A,
    DIFFERENCE,
    B
  }

  /**
   * A pair of columns.
   *
   * @param title its name
   * @param note by how much it moves
   * @param heads what stands over the three panels
   * @param numbers the units' numbers
   * @param panels the three panels, lanes from their upper edge
   * @param ticks what the full length stands for, under each panel
   */
  record Group(
      CompareSpec.Lanes lanes,
      Box title,
      Box note,
      List<Box> heads,
      Box numbers,
      List<Box> panels,
      List<Box> ticks,
      double unit,
      double type) {
    Group {
      heads = List.copyOf(heads);
      panels = List.copyOf(panels);
      ticks = List.copyOf(ticks);
    }

    Box panel(Panel which) {
      return panels.get(index(which));
    }

    static int index(Panel which) {
      return switch (which) {
        case A -> 0;
        case DIFFERENCE -> 1;
        case B -> 2;
      };
    }

    /** How many lanes a panel has; none where nothing can be subtracted. */
    int count(Panel which) {
      return switch (which) {
        case A -> lanes.a();
        case B -> lanes.b();
        case DIFFERENCE -> lanes.isComparable() ? lanes.b() : 0;
      };
    }

    /** Height of a lane of a panel that has some: bars' of whole pixels where there are a few. */
    double pitch(Panel which) {
      double room = panel(which).h() / count(which);
      if (!hasBars(which)) {
        return room;
      }
      double held = Math.min(HIGHEST_LANE * unit, room);
      return held >= 4 ? Math.floor(held) : held;
    }

    /** Whether every unit has a bar of its own. */
    boolean hasBars(Panel which) {
      int count = count(which);
      return count <= MOST_BARS && panel(which).h() >= count * LOWEST_BAR * unit;
    }

    /** The lane of unit i in a panel. */
    Box lane(Panel which, int i) {
      Box panel = panel(which);
      double pitch = pitch(which);
      return new Box(panel.x(), panel.y() + i * pitch, panel.w(), pitch);
    }

    /** The unit under a place in a panel, or −1. */
    int unitAt(Panel which, double x, double y) {
      Box panel = panel(which);
      if (count(which) == 0 || !panel.contains(x, y)) {
        return -1;
      }
      int i = (int) ((y - panel.y()) / pitch(which));
      return i < count(which) ? i : -1;
    }

    /** Where values are written in a panel. */
    Place values(Panel which) {
      if (count(which) == 0 || !hasBars(which)) {
        return Place.NOWHERE;
      }
      double width = panel(which).w();
      double pitch = pitch(which);
      if (pitch >= type * 1.15 && width >= type * NUMBER + 48 * unit) {
        return Place.BESIDE;
      }
      boolean above = pitch >= type * 2.1 && width >= type * NUMBER + 2 * unit;
      return above ? Place.ABOVE : Place.NOWHERE;
    }

    /** The stretch of a lane that its bar may fill, 0 in its middle. */
    Box track(Panel which, int i) {
      Box lane = lane(which, i);
      double pad = 3 * unit;
      Place values = values(which);
      double right = values == Place.BESIDE ? type * NUMBER + 7 * unit : 0;
      double top = values == Place.ABOVE ? Math.ceil(type * 1.15) : 0;
      double room = lane.h() - top;
      double air = Math.min(8 * unit, Math.floor(room * 0.25));
      double high = Math.max(Math.min(1, room), Math.min(room - air, 26 * unit));
      return new Box(
          lane.x() + pad,
          lane.y() + top + Math.floor((room - high) / 2),
          lane.w() - 2 * pad - right,
          high);
    }

    /** Where the value of unit i is written. */
    Box value(Panel which, int i) {
      Box lane = lane(which, i);
      if (values(which) == Place.ABOVE) {
        return new Box(lane.x(), lane.y() + unit, lane.w(), type * 1.15);
      }
      double w = type * NUMBER;
      return new Box(lane.right() - w - 7 * unit, lane.y(), w, lane.h());
    }

    /** All of it, for the pointer and for what is out of sight. */
    Box bounds() {
      return title.union(ticks.get(2));
    }
  }

  CompareLayout {
    groups = List.copyOf(groups);
  }

  /** Lays the view out. */
  static CompareLayout of(CompareSpec spec) {
    double margin = spec.px(MARGIN);
    double inner = spec.width() - 2 * margin;
    Box headline = new Box(margin, spec.px(10), inner, Math.ceil(spec.headType() * LINE));
    Box sub = new Box(margin, headline.bottom(), inner, Math.ceil(spec.type() * 1.1 * LINE));
    double line = Math.ceil(spec.type() * LINE);
    Box footer = new Box(margin, spec.height() - spec.px(8) - line, inner, line);
    double top = sub.bottom() + spec.px(10);
    double high = Math.max(1, footer.y() - spec.px(4) - top);
    int others = spec.lanes().size() - 1;
    double gap = spec.px(GAP);
    double share = OUTPUT_SHARE * (inner - others * gap) / (others + OUTPUT_SHARE);
    double forOutput =
        Math.floor(Math.max(spec.px(NARROWEST_OUTPUT), Math.min(spec.px(WIDEST_OUTPUT), share)));
    double viewW = Math.max(1, inner - forOutput - gap);
    Box view = new Box(margin, top, viewW, high);
    double each = Math.floor(Math.max(spec.px(NARROWEST), (viewW - (others - 1) * gap) / others));
    List<Group> groups = new ArrayList<>();
    for (int k = 0; k < others; k++) {
      double x = view.x() + k * (each + gap) - spec.scroll();
      groups.add(group(spec, new Box(x, top, each, high), spec.lanes().get(k)));
    }
    Box last = new Box(view.right() + gap, top, forOutput, high);
    groups.add(group(spec, last, spec.lanes().get(others)));
    return new CompareLayout(
        spec, headline, sub, view, groups, footer, others * (each + gap) - gap);
  }

  private static Group group(CompareSpec spec, Box area, CompareSpec.Lanes lanes) {
    double line = Math.ceil(spec.type() * LINE);
    Box title = new Box(area.x(), area.y(), area.w(), Math.ceil(spec.titleType() * LINE));
    Box note = new Box(area.x(), title.bottom(), area.w(), line);
    int digits = Integer.toString(Math.max(lanes.a(), lanes.b())).length();
    double gutter =
        lanes.isComparable() ? digits * spec.type() * Brush.DIGIT_ASPECT + spec.px(6) : 0;
    double gap = spec.px(PANEL_GAP);
    double wide = Math.max(1, Math.floor((area.w() - gutter - 2 * gap) / 3));
    double top = note.bottom() + spec.px(4) + line;
    double high = Math.max(1, area.bottom() - line - top);
    List<Box> heads = new ArrayList<>();
    List<Box> panels = new ArrayList<>();
    List<Box> ticks = new ArrayList<>();
    for (int p = 0; p < 3; p++) {
      double x = area.x() + gutter + p * (wide + gap);
      heads.add(new Box(x, top - line, wide, line));
      panels.add(new Box(x, top, wide, high));
      ticks.add(new Box(x, top + high, wide, line));
    }
    Box numbers = new Box(area.x(), top, Math.max(0, gutter - spec.px(5)), high);
    return new Group(lanes, title, note, heads, numbers, panels, ticks, spec.unit(), spec.type());
  }

  /** The group of the outputs. */
  int output() {
    return groups.size() - 1;
  }

  /** How far the groups can be scrolled. */
  double farthest() {
    return Math.max(0, content - view.w());
  }

  /** Whether a group shows at least in part. */
  boolean shows(int k) {
    Box bounds = groups.get(k).bounds();
    return k == output() || (bounds.x() < view.right() && bounds.right() > view.x());
  }

  /** The group under a place, or −1. */
  int groupAt(double x, double y) {
    if (groups.get(output()).bounds().contains(x, y)) {
      return output();
    }
    for (int k = 0; k < output(); k++) {
      if (view.contains(x, y) && groups.get(k).bounds().contains(x, y)) {
        return k;
      }
    }
    return -1;
  }

  /** How far to scroll so that a group shows whole. */
  double scrollTo(int k) {
    if (k == output()) {
      return spec.scroll();
    }
    Box bounds = groups.get(k).bounds();
    double left = bounds.x() - view.x();
    double right = bounds.right() - view.right();
    double scroll = spec.scroll();
    if (left < 0) {
      scroll += left;
    } else if (right > 0) {
      scroll += Math.min(right, left);
    }
    return Math.max(0, Math.min(farthest(), scroll));
  }
}
