package org.inferscope.tab.network.views;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.List;
import java.util.Optional;
import org.inferscope.model.network.Ablations;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.paint.Tones;
import org.inferscope.ui.theme.Palette;
import org.inferscope.ui.theme.Role;

/**
 * Paints the compare view from a scene. Keeps fonts and pictures from one frame to the next, so use
 * one for one component. Event thread.
 */
final class ComparePainter {
  private static final double RADIUS = 4;

  /** How much of the result's tint lies under the differences. */
  private static final double MIDDLE = 0.6;

  private final Brush brush = new Brush();
  private final LanesPainter lanes = new LanesPainter(brush);

  /** Paints it all. */
  void paint(Graphics2D g, CompareScene scene) {
    CompareLayout layout = scene.layout();
    CompareSpec spec = layout.spec();
    double pixel = g.getTransform().getScaleX();
    brush.take(g);
    brush.fill(new Box(0, 0, spec.width(), spec.height()), Palette.background(), 0);
    brush.leadingStrong(scene.headline(), layout.headline(), spec.headType(), Palette.text());
    brush.leading(scene.sub(), layout.sub(), spec.type() * 1.08, Palette.muted());
    brush.within(
        layout.view(),
        () -> {
          for (int k = 0; k < layout.output(); k++) {
            if (layout.shows(k)) {
              group(scene, k, pixel);
            }
          }
        });
    group(scene, layout.output(), pixel);
    if (layout.farthest() > 0) {
      double x = layout.view().right() + spec.px(8);
      Box edge = new Box(x, layout.view().y(), Math.max(1, spec.unit()), layout.view().h());
      brush.fill(edge, Palette.cardBorder(), 0);
    }
    brush.leading(scene.footer(), layout.footer(), spec.type(), Palette.muted());
    brush.release();
  }

  private void group(CompareScene scene, int k, double pixel) {
    CompareLayout.Group group = scene.layout().groups().get(k);
    CompareSpec spec = scene.layout().spec();
    Comparison comparison = scene.comparison();
    brush.leadingStrong(
        CompareWriter.title(comparison, k), group.title(), spec.titleType(), Palette.text());
    note(CompareWriter.notes(comparison, k), group, spec);
    heads(group);
    for (CompareLayout.Panel which : CompareLayout.Panel.values()) {
      ground(group, which);
    }
    int lit = scene.lit().pair() == k ? scene.lit().unit() : -1;
    if (lit >= 0) {
      band(group, lit);
    }
    for (CompareLayout.Panel which : CompareLayout.Panel.values()) {
      panel(scene, k, which, lit, pixel);
    }
    if (group.lanes().isComparable()) {
      numbers(group, lit);
    }
  }

  private void note(List<String> wordings, CompareLayout.Group group, CompareSpec spec) {
    String text = wordings.get(wordings.size() - 1);
    for (String wording : wordings) {
      if (brush.width(wording, spec.type()) <= group.note().w()) {
        text = wording;
        break;
      }
    }
    brush.leading(text, group.note(), spec.type(), Palette.muted());
  }

  private void heads(CompareLayout.Group group) {
    head(group, CompareLayout.Panel.A, Texts.get("networkviews.compare.a"), Role.BLUE.ink());
    head(
        group,
        CompareLayout.Panel.DIFFERENCE,
        Texts.get("networkviews.compare.difference"),
        Palette.text());
    head(group, CompareLayout.Panel.B, Texts.get("networkviews.compare.b"), Role.PLUM.ink());
  }

  private void head(CompareLayout.Group group, CompareLayout.Panel which, String text, Color ink) {
    Box box = group.heads().get(CompareLayout.Group.index(which));
    brush.strong(text, box, group.type(), ink);
  }

  private void ground(CompareLayout.Group group, CompareLayout.Panel which) {
    boolean middle = which == CompareLayout.Panel.DIFFERENCE;
    boolean empty = group.count(which) == 0;
    Color fill =
        middle && !empty ? Tones.mixed(Palette.card(), Role.RESULT.soft(), MIDDLE) : Palette.card();
    Box panel = group.panel(which);
    brush.cell(
        used(group, which, panel),
        fill,
        Palette.cardBorder(),
        RADIUS * group.unit(),
        Math.max(1, group.unit()));
  }

  /** As much of a panel as has lanes; all of it for a silhouette or a sentence. */
  private static Box used(CompareLayout.Group group, CompareLayout.Panel which, Box panel) {
    if (group.count(which) == 0 || !group.hasBars(which)) {
      return panel;
    }
    double high = group.pitch(which) * group.count(which);
    return new Box(panel.x(), panel.y(), panel.w(), Math.min(panel.h(), high));
  }

  private void band(CompareLayout.Group group, int lit) {
    for (CompareLayout.Panel which : CompareLayout.Panel.values()) {
      if (lit < group.count(which) && group.hasBars(which)) {
        brush.fill(group.lane(which, lit), Palette.accentSoft(), 3 * group.unit());
      }
    }
  }

  private void panel(CompareScene scene, int k, CompareLayout.Panel which, int lit, double pixel) {
    CompareLayout.Group group = scene.layout().groups().get(k);
    Comparison comparison = scene.comparison();
    if (group.count(which) == 0) {
      if (which == CompareLayout.Panel.DIFFERENCE) {
        reason(group, CompareWriter.reason(comparison, k));
      }
      return;
    }
    boolean middle = which == CompareLayout.Panel.DIFFERENCE;
    double limit = middle ? scene.differences().get(k) : scene.limits().get(k);
    int here = lit < group.count(which) ? lit : -1;
    lanes.paint(
        group,
        which,
        new LanesPainter.Content(
            values(comparison, k, which), limit, here, i -> isOff(comparison, k, which, i)),
        3 * k + CompareLayout.Group.index(which),
        pixel);
    limit(group, which, limit);
  }

  private static Comparison.Values values(Comparison comparison, int k, CompareLayout.Panel which) {
    return switch (which) {
      case A -> comparison.valuesA(k);
      case B -> comparison.valuesB(k);
      case DIFFERENCE -> comparison.difference(k).orElseThrow();
    };
  }

  private static boolean isOff(Comparison comparison, int k, CompareLayout.Panel which, int i) {
    Ablations off = which == CompareLayout.Panel.A ? comparison.a().off() : comparison.b().off();
    int column = which == CompareLayout.Panel.A ? comparison.pair(k).a() : comparison.pair(k).b();
    return which != CompareLayout.Panel.DIFFERENCE && off.has(column, i);
  }

  private void reason(CompareLayout.Group group, String reason) {
    Box panel = group.panel(CompareLayout.Panel.DIFFERENCE);
    double high = group.type() * CompareLayout.LINE;
    List<String> lines = brush.wrapped(reason, panel.w() - 4 * group.unit(), group.type());
    double y = panel.y() + group.unit() * 8;
    for (String line : lines) {
      brush.text(line, new Box(panel.x(), y, panel.w(), high), group.type(), Palette.muted());
      y += high;
    }
  }

  /** What a full bar stands for, below the zero line. */
  private void limit(CompareLayout.Group group, CompareLayout.Panel which, double limit) {
    Box ticks = group.ticks().get(CompareLayout.Group.index(which));
    Box used = used(group, which, group.panel(which));
    Box along = group.hasBars(which) ? group.track(which, 0) : used;
    Box box = new Box(along.x(), used.bottom(), along.w(), ticks.h());
    String text = Texts.get("networkviews.compare.limit", Numbers.cell(limit));
    brush.number(text, box, group.type(), Palette.muted());
  }

  /** The units' numbers, thinned out; that of the lit one always. */
  private void numbers(CompareLayout.Group group, int lit) {
    CompareLayout.Panel which = CompareLayout.Panel.B;
    int count = group.count(which);
    int every = BatchPainter.every(group.pitch(which), group.type() * 1.25);
    Optional<Box> kept =
        lit >= 0 && lit < count ? Optional.of(number(group, lit)) : Optional.empty();
    for (int i = 0; i < count; i = i == 0 && every > 1 ? every - 1 : i + every) {
      Box box = number(group, i);
      boolean free = i == 0 || !box.overlaps(number(group, 0));
      if (free && kept.filter(box::overlaps).isEmpty()) {
        write(i, box, group, Palette.muted());
      }
    }
    kept.ifPresent(box -> write(lit, box, group, Palette.text()));
  }

  private static Box number(CompareLayout.Group group, int i) {
    double high = group.type() * 1.2;
    CompareLayout.Panel which = CompareLayout.Panel.B;
    Box beside = group.hasBars(which) ? group.track(which, i) : group.lane(which, i);
    double middle = beside.centerY();
    Box all = group.numbers();
    return new Box(all.x(), middle - high / 2, all.w(), high);
  }

  private void write(int i, Box box, CompareLayout.Group group, Color ink) {
    String text = Integer.toString(i + 1);
    double w = text.length() * group.type() * Brush.DIGIT_ASPECT;
    brush.number(text, new Box(box.right() - w, box.y(), w, box.h()), group.type(), ink);
  }
}
