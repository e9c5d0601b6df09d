package org.inferscope.tab.network.views;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.grid.NumberFit;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.paint.Edge;
import org.inferscope.ui.paint.Tones;
import org.inferscope.ui.theme.Palette;
import org.inferscope.ui.theme.Role;

/**
 * Paints one panel of a group: a bar for each unit from a zero line in the middle, or all as a
 * silhouette. Event thread.
 */
final class LanesPainter {
  private static final double FADED = 0.4;

  /** As many characters as the room for a value has. */
  private static final int LONGEST = 8;

  private static final int[] FEWER = {3, 2, 1};

  private final Brush brush;
  private final List<Silhouette> silhouettes = new ArrayList<>();

  LanesPainter(Brush brush) {
    this.brush = brush;
  }

  /**
   * What a panel shows.
   *
   * @param values its numbers
   * @param limit what a full bar stands for
   * @param lit the unit that stands out, or −1
   * @param off which units are switched off
   */
  record Content(Comparison.Values values, double limit, int lit, IntPredicate off) {}

  /**
   * Paints it.
   *
   * @param slot a number of its own for each panel of the view
   * @param pixel device pixels of a pixel of user space
   */
  void paint(
      CompareLayout.Group group,
      CompareLayout.Panel which,
      Content content,
      int slot,
      double pixel) {
    Box panel = group.panel(which);
    if (group.hasBars(which)) {
      zero(group, which);
      for (int i = 0; i < content.values.size(); i++) {
        bar(group, which, content, i);
      }
    } else {
      silhouette(panel, content, slot, pixel);
      zero(group, which);
      if (content.lit >= 0) {
        lens(group, which, content.lit);
      }
    }
  }

  private void silhouette(Box panel, Content content, int slot, double pixel) {
    while (silhouettes.size() <= slot) {
      silhouettes.add(new Silhouette());
    }
    int w = (int) Math.round(panel.w() * pixel);
    int h = (int) Math.round(panel.h() * pixel);
    brush.pixels(silhouettes.get(slot).of(content.values, content.limit, w, h), panel);
  }

  /** A frame around a unit that is thinner than the frame. */
  private void lens(CompareLayout.Group group, CompareLayout.Panel which, int unit) {
    Box lane = group.lane(which, unit);
    double h = Math.max(lane.h(), 2 * group.unit());
    Box frame = Box.around(lane.centerX(), lane.centerY(), lane.w(), h).grown(2 * group.unit());
    brush.outline(frame, Palette.background(), 0, group.unit());
    brush.outline(frame.grown(-group.unit()), Palette.text(), 0, group.unit());
  }

  /** The zero line; only beside the bars where values are written above them. */
  private void zero(CompareLayout.Group group, CompareLayout.Panel which) {
    if (group.values(which) == CompareLayout.Place.ABOVE) {
      for (int i = 0; i < group.count(which); i++) {
        Box track = group.track(which, i);
        double air = 2 * group.unit();
        zero(group, track.centerX(), track.y() - air, track.h() + 2 * air);
      }
    } else if (group.hasBars(which)) {
      Box panel = group.panel(which);
      double high = group.pitch(which) * group.count(which);
      zero(group, group.track(which, 0).centerX(), panel.y(), high);
    } else {
      Box panel = group.panel(which);
      zero(group, panel.centerX(), panel.y(), panel.h());
    }
  }

  private void zero(CompareLayout.Group group, double x, double y, double high) {
    double wide = Math.max(1, Math.round(group.unit()));
    brush.fill(new Box(Math.round(x - wide / 2), y, wide, high), Palette.muted(), 0);
  }

  private void bar(CompareLayout.Group group, CompareLayout.Panel which, Content content, int i) {
    float value = content.values.get(i);
    Box track = group.track(which, i);
    boolean off = content.off.test(i);
    if (!Float.isNaN(value) && value != 0) {
      double half = track.w() / 2;
      double length = Math.min(1, Math.abs(value) / content.limit) * half;
      boolean right = value > 0;
      Role role = right ? Role.ROW : Role.COLUMN;
      boolean back = content.lit >= 0 && content.lit != i;
      Color fill = back ? Tones.mixed(Palette.card(), role.fill(), FADED) : role.fill();
      double shown = Math.max(group.unit(), length);
      double x = right ? track.centerX() : track.centerX() - shown;
      double radius = Math.min(3 * group.unit(), Math.min(track.h() / 3, shown));
      brush.bar(
          new Box(x, track.y(), shown, track.h()), fill, radius, right ? Edge.RIGHT : Edge.LEFT);
    }
    if (group.values(which) != CompareLayout.Place.NOWHERE) {
      written(group, which, content, i);
    } else if (off || !Float.isFinite(value)) {
      special(group, track, off ? Texts.get("networkviews.compare.off") : Numbers.cell(value), off);
    }
  }

  private void written(
      CompareLayout.Group group, CompareLayout.Panel which, Content content, int i) {
    Box box = group.value(which, i);
    if (content.off.test(i)) {
      trailing(group, which, Texts.get("networkviews.compare.off"), box, Palette.muted());
      return;
    }
    float value = content.values.get(i);
    Color ink = value == 0 ? Palette.muted() : Palette.text();
    if (!Float.isFinite(value)) {
      ink = Palette.error();
    }
    String text = brief(value);
    double w = text.length() * group.type() * Brush.DIGIT_ASPECT;
    boolean beside = group.values(which) == CompareLayout.Place.BESIDE;
    Box place = beside ? new Box(box.right() - w, box.y(), w, box.h()) : box;
    boolean strong = which == CompareLayout.Panel.DIFFERENCE && value != 0;
    if (strong || content.lit == i) {
      brush.strongNumber(text, place, group.type(), ink);
    } else {
      brush.number(text, place, group.type(), ink);
    }
  }

  private void trailing(
      CompareLayout.Group group, CompareLayout.Panel which, String text, Box box, Color ink) {
    if (group.values(which) == CompareLayout.Place.BESIDE) {
      brush.trailing(text, box, group.type(), ink);
    } else {
      brush.text(text, box, group.type(), ink);
    }
  }

  /** As many digits as there is room for. */
  private static String brief(float value) {
    String text = Numbers.cell(value);
    if (text.length() <= LONGEST || !Float.isFinite(value)) {
      return text;
    }
    for (int digits : FEWER) {
      String fewer = NumberFit.fewer(value, digits);
      if (!fewer.isEmpty() && fewer.length() <= LONGEST) {
        return fewer;
      }
    }
    return text;
  }

  /** A word in a lane without values, while it has room. */
  private void special(CompareLayout.Group group, Box track, String text, boolean quiet) {
    double size = group.type();
    double w = brush.width(text, size);
    if (track.h() >= size * 0.7 && w + 3 * group.unit() <= track.w() / 2) {
      Box box = new Box(track.centerX() + 3 * group.unit(), track.y(), w + 1, track.h());
      brush.leading(text, box, size, quiet ? Palette.muted() : Palette.error());
    }
  }
}
