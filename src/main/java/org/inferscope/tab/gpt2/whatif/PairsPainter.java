package org.inferscope.tab.gpt2.whatif;

import java.awt.Color;
import org.inferscope.model.gpt2.whatif.Comparison;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.paint.Edge;
import org.inferscope.ui.theme.Palette;
import org.inferscope.ui.theme.Role;
import org.jspecify.annotations.Nullable;

/** Paints the next tokens before and after as paired bars with their numbers. */
final class PairsPainter {
  private static final int DECIMALS = 4;
  private static final double LEAST = 1e-4;
  private static final int LOGIT_DECIMALS = 3;
  private static final double BAR = 0.72;

  private final Brush brush;

  /** A place among the figures. */
  record Place(int row, PairFigure figure) {}

  PairsPainter(Brush brush) {
    this.brush = brush;
  }

  /**
   * Paints them.
   *
   * @param lit the figure under the pointer, if any
   * @param cursor the figure in focus, if any
   */
  void paint(PairsLayout layout, PairsScene scene, @Nullable Place lit, @Nullable Place cursor) {
    header(layout);
    double largest = scene.largest();
    for (int k = 0; k < scene.rows().size(); k++) {
      Comparison.Row row = scene.rows().get(k);
      if (row.id() == scene.target()) {
        Box all = layout.row(k).grown(2 * layout.unit());
        Box kept = new Box(layout.header().x(), all.y(), layout.header().w(), all.h());
        brush.fill(kept, Palette.accentSoft(), 4 * layout.unit());
      }
      place(layout, lit, k, Palette.cell());
      bar(layout, layout.bar(k, false), row.before().probability() / largest, Role.ROW);
      bar(layout, layout.bar(k, true), row.after().probability() / largest, Role.COLUMN);
    }
    for (int k = 0; k < scene.rows().size(); k++) {
      row(layout, k, scene.rows().get(k), scene.words().get(k));
    }
    if (cursor != null) {
      Box box = layout.box(cursor.row(), cursor.figure());
      brush.outline(
          box.grown(layout.unit()), Palette.accent(), 4 * layout.unit(), 1.5 * layout.unit());
    }
  }

  private void place(PairsLayout layout, @Nullable Place place, int k, Color color) {
    if (place != null && place.row() == k) {
      brush.fill(layout.box(k, place.figure()), color, 4 * layout.unit());
    }
  }

  private void header(PairsLayout layout) {
    Box header = layout.header();
    double type = layout.type();
    Box keys = new Box(layout.bars().x(), header.y(), layout.bars().w(), header.h());
    double next = key(layout, keys, Texts.get("whatif.before"), Role.ROW);
    Box rest = new Box(next, keys.y(), keys.right() - next, keys.h());
    key(layout, rest, Texts.get("whatif.after"), Role.COLUMN);
    name(Texts.get("whatif.column.token"), layout.words(), header, type, true);
    name(Texts.get("whatif.column.probability"), layout.probabilities(), header, type, false);
    name(Texts.get("whatif.column.change"), layout.changes(), header, type, false);
    name(Texts.get("whatif.column.logit"), layout.logits(), header, type, false);
  }

  /** A colour with what it stands for; says where the next may begin. */
  private double key(PairsLayout layout, Box line, String text, Role role) {
    double side = layout.type() * 0.75;
    double x = line.x() + side + 5 * layout.unit();
    double end = x + brush.width(text, layout.type());
    if (end <= line.right()) {
      Box mark = new Box(line.x(), line.centerY() - side / 2, side, side);
      brush.fill(mark, role.fill(), 2 * layout.unit());
      Box words = new Box(x, line.y(), line.right() - x, line.h());
      brush.leading(text, words, layout.type(), Palette.muted());
    }
    return end + 12 * layout.unit();
  }

  private void name(String text, Box column, Box line, double type, boolean leading) {
    Box place = new Box(column.x(), line.y(), column.w(), line.h());
    if (leading) {
      brush.leading(text, place, type, Palette.muted());
    } else {
      brush.trailing(text, place, type, Palette.muted());
    }
  }

  private void row(PairsLayout layout, int k, Comparison.Row row, String word) {
    double type = layout.type();
    Box text = layout.box(k, PairFigure.TOKEN);
    Box words = new Box(layout.words().x(), text.y(), layout.words().w(), text.h());
    brush.leadingStrong(word, words, type, Palette.text());
    for (PairFigure figure : PairFigure.all()) {
      if (figure != PairFigure.TOKEN) {
        Box box = layout.box(k, figure);
        figure(text(figure, row), box, type, Palette.text());
      }
    }
  }

  private void figure(String text, Box box, double type, Color color) {
    double wide = text.length() * type * Brush.DIGIT_ASPECT;
    brush.number(text, new Box(box.right() - wide, box.y(), wide, box.h()), type, color);
  }

  private void bar(PairsLayout layout, Box room, double part, Role role) {
    double unit = layout.unit();
    double high = Math.rint(room.h() * BAR);
    Box track = new Box(room.x(), Math.rint(room.centerY() - high / 2), room.w(), high);
    double wide = Math.max(unit, room.w() * part);
    brush.bar(new Box(track.x(), track.y(), wide, high), role.fill(), 3 * unit, Edge.RIGHT);
  }

  /** A figure as it is written. */
  static String text(PairFigure figure, Comparison.Row row) {
    return switch (figure) {
      case TOKEN -> "";
      case BEFORE -> probability(row.before().probability());
      case AFTER -> probability(row.after().probability());
      case CHANGE -> signed(row.change());
      case LOGIT_BEFORE -> logit(row.before().logit());
      case LOGIT_AFTER -> logit(row.after().logit());
    };
  }

  static String probability(double p) {
    return p > 0 && p < LEAST / 2
        ? Texts.get("whatif.less", Numbers.fixed(LEAST, DECIMALS))
        : Numbers.fixed(p, DECIMALS);
  }

  private static String signed(double change) {
    String text = Numbers.fixed(change, DECIMALS);
    return Math.abs(change) >= LEAST / 2 && change > 0 ? "+" + text : text;
  }

  private static String logit(double x) {
    return Math.abs(x) < 100 ? Numbers.fixed(x, LOGIT_DECIMALS) : Numbers.cell(x);
  }
}
