package org.inferscope.tab.gpt2.attention;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.inferscope.tab.gpt2.attention.MapPainter.Cell;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.paint.Pen;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;

/**
 * Paints the tokens in a line, arcs from one of them, and the weights where the strongest arcs end.
 * Event thread.
 */
final class ArcPainter {
  private static final int POINTS = 33;
  private static final int MOST_ARCS = 48;
  private static final double FAINTEST = 0.004;
  private static final double THIN = 1;
  private static final double THICK = 7;
  private static final double FAINT = 0.22;

  /** As many arcs have their number, if they have at least a twentieth of the weight. */
  private static final int MOST_VALUES = 5;

  private static final double LEAST_VALUE = 0.05;

  /** Words longer than this, unscaled, are cut. */
  private static final double LONGEST_WORD = 110;

  private static final double SHORTEST_WORD = 36;

  private final Brush brush = new Brush();
  private final Pen pen = new Pen(brush);
  private List<Value> values = List.of();

  /** A number on screen. */
  private record Value(Cell cell, Box box) {}

  private static double type() {
    return Fonts.smallest() * Metrics.scale();
  }

  private static double room(double word) {
    double unit = Metrics.scale();
    return Math.max(SHORTEST_WORD * unit, Math.min(LONGEST_WORD * unit, word));
  }

  /**
   * The width that all tokens need.
   *
   * @param word width of the widest
   */
  static double needed(AttentionScene scene, double word) {
    return ArcLayout.needed(scene.tokens(), room(word), Metrics.scale());
  }

  static ArcLayout layout(AttentionScene scene, double word, double width, double height) {
    return ArcLayout.of(scene.tokens(), room(word), width, height, type(), Metrics.scale());
  }

  /** The weight whose number is at a place in what was painted last. */
  Optional<Cell> valueAt(double x, double y) {
    return values.stream().filter(value -> value.box.contains(x, y)).map(Value::cell).findFirst();
  }

  /**
   * Paints all.
   *
   * @param query the token whose arcs are shown
   * @param from left end of what is in sight
   * @param wide width of what is in sight
   */
  void paint(
      Graphics2D g,
      AttentionScene scene,
      ArcLayout layout,
      int query,
      boolean focused,
      double from,
      double wide) {
    float[] row = scene.rows().row(query);
    List<Integer> strongest =
        IntStream.rangeClosed(0, query)
            .boxed()
            .filter(key -> row[key] >= FAINTEST)
            .sorted(Comparator.comparingDouble(key -> -row[key]))
            .limit(MOST_ARCS)
            .toList();
    brush.take(g);
    for (int i = strongest.size() - 1; i >= 0; i--) {
      arc(layout, query, strongest.get(i), row[strongest.get(i)]);
    }
    title(scene, query, from, wide);
    chips(scene, layout, query, focused, from, wide);
    values(layout, query, strongest, row);
    brush.release();
  }

  private void arc(ArcLayout layout, int query, int key, float weight) {
    Color accent = Palette.accent();
    double alpha = FAINT + (1 - FAINT) * weight;
    Color ink =
        new Color(
            accent.getRed(), accent.getGreen(), accent.getBlue(), (int) Math.round(255 * alpha));
    double width = (THIN + (THICK - THIN) * weight) * Metrics.scale();
    pen.line(layout.arc(query, key, POINTS), false, ink, width);
  }

  /** Whose arcs they are, at the left, on a plate where arcs pass behind. */
  private void title(AttentionScene scene, int query, double from, double wide) {
    double unit = Metrics.scale();
    String text = Texts.get("attention.arcs.of", scene.word(query), AttentionWords.subject(scene));
    double width = Math.min(wide - 8 * unit, brush.width(text, type()) + 8 * unit);
    Box plate = new Box(from + 2 * unit, 0, width, type() * 1.4);
    brush.see(0.85, () -> brush.fill(plate, Palette.background(), 4 * unit));
    brush.leading(text, plate.moved(4 * unit, 0).grown(0), type(), Palette.muted());
  }

  private void chips(
      AttentionScene scene,
      ArcLayout layout,
      int query,
      boolean focused,
      double from,
      double wide) {
    double unit = Metrics.scale();
    for (int token = 0; token < layout.tokens(); token++) {
      Box chip = layout.chip(token);
      if (chip.right() < from || chip.x() > from + wide) {
        continue;
      }
      boolean followed = token == scene.token();
      Color ground = followed ? Palette.accentSoft() : Palette.cell();
      Color edge = followed || token == query ? Palette.accent() : Palette.cellBorder();
      brush.cell(chip, ground, edge, 6 * unit, (followed && focused ? 2 : 1) * unit);
      double room = chip.w() - 6 * unit;
      double width = Math.min(room, brush.width(scene.word(token), type()) + 1);
      Box place = Box.around(chip.centerX(), chip.centerY(), width, chip.h());
      Color ink = token <= query ? Palette.text() : Palette.muted();
      brush.leading(scene.word(token), place, type(), ink);
    }
  }

  private void values(ArcLayout layout, int query, List<Integer> strongest, float[] row) {
    List<Value> written = new ArrayList<>();
    for (int key : strongest) {
      if (written.size() == MOST_VALUES || row[key] < LEAST_VALUE) {
        break;
      }
      String text = Numbers.fixed(row[key], 3);
      double width = text.length() * type() * Brush.DIGIT_ASPECT + 4;
      Box value = layout.value(key);
      Box box = Box.around(value.centerX(), value.centerY(), width, value.h());
      if (written.stream().noneMatch(other -> other.box.overlaps(box))) {
        brush.see(0.85, () -> brush.fill(box, Palette.background(), 3));
        brush.strongNumber(text, box, type(), Palette.text());
        written.add(new Value(new Cell(query, key), box));
      }
    }
    values = written;
  }
}
