package org.inferscope.tab.network.stage;

import java.awt.Color;
import org.inferscope.model.network.Ablations;
import org.inferscope.tab.network.desk.Flow;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.paint.Edge;
import org.inferscope.ui.paint.Tones;
import org.inferscope.ui.theme.Palette;
import org.inferscope.ui.theme.Role;

/** Paints the units of a column: bars from a zero line, numbers, nodes. Event thread. */
final class UnitPainter {
  private static final double LARGEST_TYPE = 15;
  private static final double LABEL_GAP = 4;

  /** Characters of a number in four digits. */
  private static final double FULL_LABEL = 6.2;

  /** Bars lower than this, in pixels of user space, are painted as one picture. */
  static final double LOWEST_BAR = 3;

  private static final double CROSS = 0.28;

  private final Brush brush;
  private final StripPainter strips;

  UnitPainter(Brush brush) {
    this.brush = brush;
    strips = new StripPainter(brush);
  }

  /** All units of a column that is not a picture. */
  void paint(Scene scene, Column column, double scale) {
    int c = column.index();
    if (scene.isHidden(c)) {
      zero(scene, column);
      numbers(scene, column);
      nodes(scene, column);
      return;
    }
    Scene.Numbers numbers = scene.numbers().get(c);
    if (column.kind() == Column.Kind.BLOCK) {
      strips.colours(scene.layout(), column, numbers, scale);
    }
    if (column.pitch() < LOWEST_BAR) {
      strips.bars(scene.layout(), column, numbers, scale);
      return;
    }
    int first = first(scene.layout(), column);
    int last = last(scene.layout(), column);
    under(scene, column, first, last);
    for (int i = first; i < last; i++) {
      bar(column, i, numbers.values()[i], numbers.limit(), scene.layout().spec());
    }
    zero(scene, column);
    labels(scene, column, first, last);
    numbers(scene, column);
    nodes(scene, column);
  }

  /** The first unit in sight. */
  private static int first(StageLayout layout, Column column) {
    double above = layout.ground().y() - column.plot().y();
    return Math.max(0, Math.min(column.units(), (int) Math.floor(above / column.pitch())));
  }

  /** The unit after the last one in sight. */
  private static int last(StageLayout layout, Column column) {
    double above = layout.ground().bottom() - column.plot().y();
    return Math.max(0, Math.min(column.units(), (int) Math.ceil(above / column.pitch())));
  }

  /** What a step moves away from: the sum before its bias, the z before its activation. */
  private void under(Scene scene, Column column, int first, int last) {
    int c = column.index();
    boolean bias = scene.isAtWork(c, Flow.Step.BIAS);
    boolean activation = scene.isAtWork(c, Flow.Step.ACTIVATION);
    if (scene.trace().isEmpty() || (!bias && !activation)) {
      return;
    }
    Scene.Numbers now = scene.numbers().get(c);
    float[] before =
        bias ? scene.trace().get().sums(c - 1) : scene.trace().get().preActivations(c - 1);
    for (int i = first; i < last; i++) {
      if (bias) {
        moved(column, i, before[i], now.values()[i], now.limit());
      } else {
        Color soft = before[i] < 0 ? Role.COLUMN.soft() : Role.ROW.soft();
        brush.fill(span(column, i, 0, before[i], now.limit()), soft, 0);
      }
    }
  }

  /** A yellow piece for what the bias has added so far, a line beyond the bar's own lane. */
  private void moved(Column column, int i, float from, float to, double limit) {
    Box piece = span(column, i, from, to, limit);
    Box track = column.track(i);
    double over = (column.pitch() - track.h()) / 2;
    Box tall = new Box(piece.x(), track.y() - over / 2, piece.w(), track.h() + over);
    brush.fill(tall, Role.RESULT.fill(), 0);
  }

  private static Box span(Column column, int i, double from, double to, double limit) {
    Box track = column.track(i);
    double a = column.end(from, limit);
    double b = column.end(to, limit);
    return new Box(Math.min(a, b), track.y(), Math.abs(b - a), track.h());
  }

  private void bar(Column column, int i, float value, double limit, StageSpec spec) {
    if (Float.isNaN(value)) {
      brush.fill(column.track(i), Palette.errorSoft(), 0);
      return;
    }
    Box bar = span(column, i, 0, value, limit);
    Color fill = value < 0 ? Role.COLUMN.fill() : Role.ROW.fill();
    double radius = Math.min(spec.px(3), bar.h() / 3);
    brush.bar(bar, fill, radius, value < 0 ? Edge.LEFT : Edge.RIGHT);
  }

  private void zero(Scene scene, Column column) {
    double width = Math.max(1, scene.layout().spec().px(1));
    Box plot = column.plot();
    Box line = new Box(column.zero() - width / 2, plot.y(), width, plot.h());
    brush.fill(line, Tones.mixed(Palette.card(), Palette.text(), 0.45), 0);
  }

  /** Values stand on the free side of the zero line, where no bar can be in their way. */
  private void labels(Scene scene, Column column, int first, int last) {
    StageSpec spec = scene.layout().spec();
    if (column.pitch() < spec.type() * 1.05) {
      return;
    }
    double gap = spec.px(LABEL_GAP);
    double half = column.plot().w() / 2 - 1.5 * gap;
    double large = Math.min(spec.px(LARGEST_TYPE), column.pitch() * 0.5);
    double size = Math.max(spec.type(), Math.min(large, half / (FULL_LABEL * Brush.DIGIT_ASPECT)));
    int room = (int) (half / (size * Brush.DIGIT_ASPECT));
    float[] values = scene.numbers().get(column.index()).values();
    for (int i = first; i < last; i++) {
      String text = ShortNumbers.fitted(values[i], room);
      double width = text.length() * size * Brush.DIGIT_ASPECT;
      boolean left = values[i] > 0;
      double x = left ? column.zero() - gap - width : column.zero() + gap;
      Box box = new Box(x, column.lane(i).y(), width, column.pitch());
      Color ink = values[i] == 0 ? Palette.muted() : Palette.text();
      brush.number(text, box, size, Float.isFinite(values[i]) ? ink : Palette.error());
    }
  }

  private void numbers(Scene scene, Column column) {
    Box numbers = column.numbers();
    if (numbers.isEmpty()) {
      return;
    }
    StageSpec spec = scene.layout().spec();
    for (int i = first(scene.layout(), column); i < last(scene.layout(), column); i++) {
      Box lane = column.lane(i);
      Box box = new Box(numbers.x(), lane.y(), numbers.w(), lane.h());
      brush.text(UnitNames.number(spec, column.index(), i), box, spec.type(), Palette.muted());
    }
  }

  private void nodes(Scene scene, Column column) {
    double size = column.node();
    if (size < 3) {
      return;
    }
    boolean hidden = scene.isHidden(column.index());
    for (int i = first(scene.layout(), column); i < last(scene.layout(), column); i++) {
      Box node = Box.around(column.out(), column.y(i), size, size);
      boolean off = scene.off().has(column.index(), i);
      node(node, off || hidden ? Palette.card() : colour(scene, column, i), scene.layout().spec());
      if (off) {
        cross(node, scene.layout().spec());
      }
    }
  }

  private static Color colour(Scene scene, Column column, int i) {
    Scene.Numbers numbers = scene.numbers().get(column.index());
    return new Color(UnitColours.now().rgb(numbers.values()[i], numbers.limit()));
  }

  private void node(Box box, Color fill, StageSpec spec) {
    Color edge = Tones.mixed(Palette.card(), Palette.text(), 0.5);
    brush.cell(box, fill, edge, box.w() / 2, spec.px(1.2));
  }

  private void cross(Box node, StageSpec spec) {
    double arm = node.w() * CROSS;
    double x = node.centerX();
    double y = node.centerY();
    double width = spec.px(1.4);
    brush.line(x - arm, y - arm, x + arm, y + arm, Palette.text(), width);
    brush.line(x - arm, y + arm, x + arm, y - arm, Palette.text(), width);
  }

  /** A frame around the unit that is lit, and a ring around its node. */
  void focus(Scene scene, Column column, Ablations.Unit unit) {
    StageSpec spec = scene.layout().spec();
    Box lane = column.lane(unit.i());
    double least = Math.max(lane.h(), spec.px(5));
    Box frame = new Box(lane.x(), lane.centerY() - least / 2, lane.w(), least);
    brush.outline(frame.grown(spec.px(1)), Palette.accent(), spec.px(3), spec.px(2));
    double size = column.node();
    if (size >= 3) {
      Box ring = Box.around(column.out(), column.y(unit.i()), size, size).grown(spec.px(3));
      brush.outline(ring, Palette.accent(), ring.w() / 2, spec.px(2));
    }
  }
}
