package org.inferscope.tab.linear;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.List;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.paint.Pen;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;

/**
 * Paints the geometry from a scene. Keeps fonts from one frame to the next, so use one for one
 * component. Event thread.
 */
final class GeometryPainter {
  private static final double TITLE = 14;
  private static final double STORY = 14;

  private final Brush brush = new Brush();
  private final Pen pen = new Pen(brush);
  private final PlanePainter plane = new PlanePainter(brush, pen);
  private final SpacePainter space = new SpacePainter(brush, pen);
  private final ArrowPainter arrows = new ArrowPainter(brush, pen);
  private final MapPainter map = new MapPainter(brush, pen);

  void paint(Graphics2D g, GeometryScene scene) {
    PlaneLayout.Spec spec = scene.layout().spec();
    brush.take(g);
    brush.fill(new Box(0, 0, spec.width(), spec.height()), Palette.background(), 0);
    if (scene.isShown()) {
      titles(scene);
      picture(scene, View.before(scene));
      picture(scene, View.after(scene));
      map.paint(scene);
      story(scene);
    } else {
      refusal(scene);
    }
    brush.release();
  }

  private void titles(GeometryScene scene) {
    PlaneLayout layout = scene.layout();
    double size = layout.spec().px(Math.max(TITLE, layout.spec().smallest()));
    brush.leadingStrong(scene.words().before(), layout.titleBefore(), size, Palette.text());
    String note = scene.words().note();
    double small = layout.spec().type();
    Box above = layout.titleAfter();
    double noted = note.isEmpty() ? 0 : brush.width(note, small) + layout.spec().px(12);
    double room = Math.max(0, above.w() - noted);
    // Semi-bold is a little wider than what the brush can measure.
    boolean whole = brush.width(scene.words().after(), size) * 1.06 <= room;
    String title = whole ? scene.words().after() : scene.words().afterInShort();
    Box rest = new Box(above.x(), above.y(), room, above.h());
    brush.leadingStrong(title, rest, size, Palette.text());
    brush.trailing(note, above, small, Palette.warning());
  }

  private void picture(GeometryScene scene, View view) {
    PlaneLayout.Spec spec = scene.layout().spec();
    Box box = view.plane().box();
    brush.fill(box, Palette.card(), 0);
    brush.within(
        box,
        () -> {
          if (view.camera().isSpace()) {
            space.paint(scene, view);
          } else {
            plane.paint(scene, view);
          }
          arrows.paint(scene, view.after());
        });
    boolean focused = scene.light().planes();
    double width = Math.max(1, Math.round(spec.px(focused ? 2.2 : 1)));
    frame(box, focused ? Palette.accent() : Palette.cardBorder(), width);
  }

  /** Straight and on whole pixels: a smoothed outline of that size costs a tenth of the frame. */
  private void frame(Box box, Color color, double width) {
    brush.fill(new Box(box.x(), box.y(), box.w(), width), color, 0);
    brush.fill(new Box(box.x(), box.bottom() - width, box.w(), width), color, 0);
    brush.fill(new Box(box.x(), box.y(), width, box.h()), color, 0);
    brush.fill(new Box(box.right() - width, box.y(), width, box.h()), color, 0);
  }

  /** In one line, or in two. */
  private void story(GeometryScene scene) {
    Box box = scene.layout().story();
    if (box.isEmpty()) {
      return;
    }
    PlaneLayout.Spec spec = scene.layout().spec();
    double size = spec.px(STORY);
    List<String> lines = brush.wrapped(scene.words().story(), box.w(), size);
    if (lines.size() > 2) {
      size = spec.type();
      lines = brush.wrapped(scene.words().story(), box.w(), size);
    }
    double line = Math.min(size * 1.35, box.h() / lines.size());
    double y = box.centerY() - lines.size() * line / 2;
    for (String each : lines) {
      brush.text(each, new Box(box.x(), y, box.w(), line), size, Palette.muted());
      y += line;
    }
  }

  private void refusal(GeometryScene scene) {
    PlaneLayout layout = scene.layout();
    PlaneLayout.Spec spec = layout.spec();
    Box all = layout.before().union(layout.after());
    double size = spec.px(15);
    double line = size * 1.5;
    Box card = Box.around(all.centerX(), all.centerY(), all.w() * 0.72, line * 5);
    brush.fill(card, Palette.warningSoft(), spec.px(Metrics.RADIUS));
    List<String> lines = brush.wrapped(scene.words().refusal(), card.w() - spec.px(32), size);
    double y = card.centerY() - lines.size() * line / 2;
    for (String each : lines) {
      brush.text(each, new Box(card.x(), y, card.w(), line), size, Palette.text());
      y += line;
    }
  }
}
