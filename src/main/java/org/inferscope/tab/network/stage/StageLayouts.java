package org.inferscope.tab.network.stage;

import java.util.ArrayList;
import java.util.List;
import org.inferscope.ui.paint.Box;

/**
 * Lays the stage out: columns from left to right, titles above and figures below them, and at the
 * foot the unit in focus. Pure.
 */
final class StageLayouts {
  /** Units that get a node of their own. */
  static final int MOST_NODES = 24;

  private static final double PAD = 12;
  private static final double LEGEND = 24;
  private static final double TITLE = 20;
  private static final double BELOW = 20;
  private static final double LINE = 32;
  private static final double SENTENCE = 24;
  private static final double NOTE_LEADING = 1.35;
  private static final double COUNTER_LEADING = 1.3;

  /** Height of a unit where there is room. */
  private static final double TALLEST = 34;

  /** How much higher the units of a short column may be than those of the tallest. */
  private static final double SHORTER = 1.3;

  /** Width of a block where there is room. */
  private static final double WIDEST_BLOCK = 200;

  /** Width of a gap in widths of a block, where there are few and where there are many columns. */
  private static final double CLOSE = 0.64;

  private static final double APART = 1.1;

  private static final double WIDEST_GAP = 340;
  private static final double WIDEST_PITCH = 480;
  private static final double HIGHEST_PITCH = 44;

  /** Columns of few units are zoomed so far downwards in any case. */
  private static final double MILD = 1.4;

  /** Free ground at either side, in widths of a block. */
  private static final double SIDE = 0.34;

  private static final double LARGEST_PAD = 420;
  private static final double PAD_SHARE = 0.3;
  private static final double CLEAR = 24;

  private final StageSpec spec;
  private final Viewport view;
  private final Box ground;
  private final double across;
  private final List<Column> columns = new ArrayList<>();

  private StageLayouts(StageSpec spec, Viewport view) {
    this.spec = spec;
    this.view = view;
    across = across(spec, view.zoom());
    ground = new Box(0, groundTop(spec), spec.width(), groundHeight(spec));
  }

  /** The layout of a spec, seen through a viewport that lies within it. */
  static StageLayout of(StageSpec spec, Viewport view) {
    return new StageLayouts(spec, view).layout();
  }

  /** How far one can zoom in: until the units of the widest column can be read. */
  static double mostZoom(StageSpec spec) {
    double readable = spec.widest() * spec.px(26) / groundHeight(spec);
    double apart = spec.columns() * spec.px(WIDEST_PITCH / 2) / spec.width();
    return Math.max(3, Math.max(readable, apart));
  }

  /** How many times wider than the stage the columns are laid out; no wider than is of use. */
  static double across(StageSpec spec, double zoom) {
    double useful = spec.columns() * spec.px(WIDEST_PITCH) / spec.width();
    return Math.min(zoom, Math.max(1, useful));
  }

  /** How many times higher than the ground they are laid out; no higher than is of use. */
  static double down(StageSpec spec, double zoom) {
    double useful = spec.widest() * spec.px(HIGHEST_PITCH) / groundHeight(spec);
    return Math.min(zoom, Math.max(MILD, useful));
  }

  static double groundTop(StageSpec spec) {
    return spec.px(4 + LEGEND + TITLE + BELOW + 4);
  }

  static double groundHeight(StageSpec spec) {
    return Math.max(spec.px(40), groundBottom(spec) - groundTop(spec));
  }

  private static double groundBottom(StageSpec spec) {
    return spec.height() - foot(spec) - counters(spec) - notes(spec) - spec.px(6);
  }

  private static double foot(StageSpec spec) {
    return spec.px(LINE + 6 + (spec.narrated() ? SENTENCE : 0));
  }

  private static double notes(StageSpec spec) {
    return spec.sampled() ? spec.type() * NOTE_LEADING : 0;
  }

  /** How many lines of figures there is room for. */
  static int counterLines(StageSpec spec) {
    double height = spec.height() / spec.unit();
    return height > 380 ? 3 : height > 300 ? 1 : 0;
  }

  private static double counters(StageSpec spec) {
    return counterLines(spec) * spec.type() * COUNTER_LEADING;
  }

  private double px(double unscaled) {
    return spec.px(unscaled);
  }

  private StageLayout layout() {
    place();
    double bottom = ground.bottom() + px(6);
    Box notes = spec.sampled() ? new Box(0, bottom, spec.width(), notes(spec)) : Box.EMPTY;
    double narration = spec.narrated() ? px(SENTENCE) : 0;
    double foot = spec.height() - px(4) - narration;
    double inner = spec.width() - 2 * px(PAD);
    Box line = new Box(px(PAD), foot - px(LINE), inner, px(LINE));
    Box sentence = new Box(px(PAD), foot, inner, narration);
    Box legend = new Box(px(PAD), px(4), inner, px(LEGEND));
    return new StageLayout(spec, legend, ground, notes, columns, clear(), line, sentence);
  }

  /** Places the columns one after the other, centred where they do not fill the room. */
  private void place() {
    int count = spec.columns();
    double room = spec.width() * across - 2 * px(PAD);
    double pad = spec.pad() ? padWidth(room) : 0;
    int blocks = count - (spec.pad() ? 1 : 0);
    double gaps = count - 1.0;
    double ratio = count <= 6 ? CLOSE : APART;
    double most = px(WIDEST_BLOCK) * Math.min(1.6, Math.max(1, across));
    double shares = blocks + gaps * ratio + 2 * SIDE;
    double block = Math.min(most, (room - pad) / shares);
    double side = block * SIDE;
    double left = room - pad - blocks * block - 2 * side;
    double gap = gaps == 0 ? 0 : Math.min(px(WIDEST_GAP) * Math.max(1, across), left / gaps);
    double all = pad + blocks * block + gaps * gap;
    double x = px(PAD) + (room - all) / 2 - view.x();
    double over = gaps == 0 ? side : Math.max(0, Math.min(side, gap / 2 - px(2)));
    for (int c = 0; c < count; c++) {
      boolean isPad = c == 0 && spec.pad();
      double width = isPad ? pad : block;
      columns.add(column(c, x, width, over, isPad));
      x += width + gap;
    }
  }

  private double padWidth(double room) {
    double free = ground.h() - px(CLEAR + 4);
    return Math.min(Math.min(free, px(LARGEST_PAD)), room * PAD_SHARE);
  }

  private Column column(int c, double x, double width, double over, boolean isPad) {
    int units = spec.widths().get(c);
    double height = isPad ? width : height(units);
    double middle = ground.centerY() + ground.h() * (down(spec, view.zoom()) - 1) / 2 - view.y();
    double lift = isPad ? px(CLEAR + 4) / 2 : 0;
    Box frame = new Box(x, middle - height / 2 - lift, width, height);
    boolean nodes = units <= MOST_NODES;
    Column.Kind kind = isPad ? Column.Kind.PAD : nodes ? Column.Kind.NODES : Column.Kind.BLOCK;
    double top = px(4 + LEGEND);
    Box title = new Box(x - over, top, width + 2 * over, px(TITLE));
    Box below = new Box(title.x(), title.bottom(), title.w(), px(BELOW));
    double figures = ground.bottom() + px(6) + notes(spec);
    Box counters = new Box(title.x(), figures, title.w(), counters(spec));
    Box numbers = numbers(c, kind, frame, units);
    return new Column(
        c, units, kind, frame, plot(kind, frame, numbers), numbers, title, below, counters);
  }

  private double height(int units) {
    double room = ground.h() * down(spec, view.zoom());
    double shared = px(TALLEST) * Math.min(MILD, view.zoom());
    for (int width : spec.widths()) {
      shared = width <= MOST_NODES ? Math.min(shared, room / width) : shared;
    }
    double margin = 2 * margin();
    return Math.min(room, units * Math.min(room / units, shared * SHORTER) + margin);
  }

  /** Free room in a block above the first and below the last unit. */
  private double margin() {
    return px(3);
  }

  /** The numbers of the units stand at the left, where they take at most a fifth. */
  private Box numbers(int c, Column.Kind kind, Box frame, int units) {
    double pitch = (frame.h() - 2 * margin()) / units;
    int letters = UnitNames.number(spec, c, units - 1).length();
    double width = (letters * 0.62 + 0.7) * spec.type();
    boolean fits =
        kind != Column.Kind.PAD && pitch >= spec.type() * 1.05 && width <= frame.w() * 0.22;
    return fits
        ? new Box(frame.x() + px(2), frame.y() + margin(), width, frame.h() - 2 * margin())
        : new Box(frame.x(), frame.y() + margin(), 0, 0);
  }

  private Box plot(Column.Kind kind, Box frame, Box numbers) {
    if (kind == Column.Kind.PAD) {
      return frame;
    }
    double edge = Math.min(px(4), frame.w() * 0.08);
    double nodes = strip(frame);
    double height = frame.h() - 2 * margin();
    double most = Math.max(height, frame.h() * 0.5);
    double left = frame.x() + Math.max(edge, numbers.w() + (numbers.isEmpty() ? 0 : px(2)));
    double right = frame.right() - nodes - edge;
    return new Box(left, frame.centerY() - most / 2, Math.max(1, right - left), most);
  }

  /** Room at the right for half a node, or for the strip of colours. */
  static double strip(Box frame) {
    return frame.w() * 0.09;
  }

  private Box clear() {
    if (!spec.pad()) {
      return Box.EMPTY;
    }
    Box frame = columns.get(0).frame();
    double width = Math.min(frame.w(), px(84));
    return Box.around(frame.centerX(), frame.bottom() + px(4 + CLEAR / 2), width, px(CLEAR));
  }
}
