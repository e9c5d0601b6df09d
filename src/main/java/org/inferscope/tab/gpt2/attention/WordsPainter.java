package org.inferscope.tab.gpt2.attention;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inferscope.tab.gpt2.attention.MapPainter.Cell;
import org.inferscope.tab.gpt2.attention.MapPainter.Pointed;
import org.inferscope.text.Texts;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;

/**
 * Paints the tokens beside the large map: queries at its left, keys above it, flat where they have
 * room and upright elsewhere; as many as fit, the followed one and the one pointed at in any case.
 * Event thread.
 */
final class WordsPainter {
  private final Brush brush = new Brush();

  private record Content(
      int pass, MapLayout layout, int followed, Optional<Cell> pointed, Color ground, Color tint) {}

  /** What the words depend on; not on the head, whose cells they stand beside. */
  static Object content(AttentionScene scene, MapLayout layout, Pointed pointed) {
    return new Content(
        scene.number(),
        layout,
        scene.token(),
        pointed.hovered().or(pointed::cursor),
        Palette.background(),
        Palette.accentSoft());
  }

  /** Paints them on the colour behind everything. */
  void paint(Graphics2D g, AttentionScene scene, MapLayout layout, Pointed pointed, Box all) {
    brush.take(g);
    brush.fill(all, Palette.background(), 0);
    words(scene, layout, pointed);
    brush.release();
  }

  private void words(AttentionScene scene, MapLayout layout, Pointed pointed) {
    double unit = Metrics.scale();
    Box area = layout.area();
    double type = MapPainter.type();
    double pad = MapPainter.PAD * unit;
    int query = pointed.hovered().or(pointed::cursor).map(Cell::query).orElse(-1);
    int key = pointed.hovered().or(pointed::cursor).map(Cell::key).orElse(-1);
    double line = type * MapPainter.LINE;
    List<Integer> queries =
        shown(layout.firstQuery(), layout.lastQuery(), layout.cellH(), line, scene.token(), query);
    for (int at : queries) {
      Box cell = layout.cell(at, 0);
      double middle =
          Math.max(area.y() + line / 2, Math.min(cell.centerY(), area.bottom() - line / 2));
      Box place = Box.around(area.x() / 2, middle, area.x() - pad, line);
      sideWord(scene.word(at), place, at == scene.token(), at == query);
    }
    boolean flat = fitsFlat(scene, layout);
    List<Integer> keys = shown(layout.firstKey(), layout.lastKey(), layout.cellW(), line, -1, key);
    for (int at : flat ? range(layout.firstKey(), layout.lastKey()) : keys) {
      Box cell = layout.cell(0, at);
      double middle =
          Math.max(area.x() + line / 2, Math.min(cell.centerX(), area.right() - line / 2));
      Color ink = at == key ? Palette.text() : Palette.muted();
      if (flat) {
        Box place = Box.around(cell.centerX(), area.y() - line / 2 - 2 * unit, cell.w(), line);
        brush.text(scene.word(at), place, type, ink);
      } else {
        upright(scene.word(at), new Box(middle - line / 2, 0, line, area.y() - pad / 2), ink);
      }
    }
    corner(area, flat);
  }

  /** Which words are written: all, or every few, and those that matter most in any case. */
  static List<Integer> shown(
      int first, int last, double cell, double line, int followed, int pointed) {
    int every = Math.max(1, (int) Math.ceil(line / cell));
    // Words at an end are held inside, and so come nearer to their neighbours.
    int apart = every == 1 ? 1 : every + every / 2;
    List<Integer> wanted = new ArrayList<>();
    for (int at = first; at <= last; at++) {
      boolean matters = at == followed || at == pointed;
      boolean regular = at % every == every / 2;
      boolean free =
          isFar(at, followed, apart, first, last) && isFar(at, pointed, apart, first, last);
      boolean yields = at == followed && at != pointed && !isFar(at, pointed, apart, first, last);
      if (matters && !yields || !matters && regular && free) {
        wanted.add(at);
      }
    }
    return wanted;
  }

  private static boolean isFar(int at, int other, int every, int first, int last) {
    return other < first || other > last || Math.abs(at - other) >= every;
  }

  private static List<Integer> range(int first, int last) {
    List<Integer> all = new ArrayList<>();
    for (int at = first; at <= last; at++) {
      all.add(at);
    }
    return all;
  }

  private boolean fitsFlat(AttentionScene scene, MapLayout layout) {
    double room = layout.cellW() - 4 * Metrics.scale();
    for (int at = layout.firstKey(); at <= layout.lastKey(); at++) {
      if (brush.width(scene.word(at), MapPainter.type()) > room) {
        return false;
      }
    }
    return true;
  }

  private void sideWord(String word, Box place, boolean followed, boolean pointed) {
    double unit = Metrics.scale();
    double width = Math.min(place.w(), brush.width(word, MapPainter.type()) + 2);
    Box ending = new Box(place.right() - width, place.y(), width, place.h());
    if (followed) {
      brush.fill(ending.grown(2 * unit), Palette.accentSoft(), 4 * unit);
    }
    Color ink = followed || pointed ? Palette.text() : Palette.muted();
    brush.leading(word, ending, MapPainter.type(), ink);
  }

  private void upright(String word, Box place, Color ink) {
    String cut = word;
    while (cut.length() > 1 && brush.width(cut, MapPainter.type()) > place.h()) {
      cut = cut.substring(0, cut.length() - 2) + "…";
    }
    double width = Math.min(place.h(), brush.width(cut, MapPainter.type()));
    brush.upwards(
        cut, new Box(place.x(), place.bottom() - width, place.w(), width), MapPainter.type(), ink);
  }

  /** What the words stand for, in the corner between them. */
  private void corner(Box area, boolean flat) {
    double line = MapPainter.type() * MapPainter.LINE;
    double width = area.x() - MapPainter.PAD * Metrics.scale();
    if (area.y() >= 2 * line) {
      brush.trailing(
          Texts.get("attention.keys"),
          new Box(0, area.y() - 2 * line, width, line),
          MapPainter.type(),
          Palette.muted());
    }
    if (area.y() >= line && !flat || area.y() >= 2 * line) {
      brush.trailing(
          Texts.get("attention.queries"),
          new Box(0, area.y() - line, width, line),
          MapPainter.type(),
          Palette.muted());
    }
  }
}
