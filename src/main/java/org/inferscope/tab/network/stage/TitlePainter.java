package org.inferscope.tab.network.stage;

import java.awt.Color;
import java.util.List;
import org.inferscope.model.network.Activation;
import org.inferscope.model.network.ColumnStats;
import org.inferscope.tab.network.desk.Flow;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.theme.Palette;

/**
 * Writes what columns are called, how wide they are, and their figures, each in the longest form
 * that there is room for. Event thread.
 */
final class TitlePainter {
  private static final double TITLE = 14;
  private static final int DIGITS = 3;

  /** How much wider semi-bold type is. */
  private static final double STRONG = 1.08;

  private final Brush brush;

  TitlePainter(Brush brush) {
    this.brush = brush;
  }

  /** The title, and under it the width or the step at work. */
  void title(Scene scene, Column column) {
    StageSpec spec = scene.layout().spec();
    int c = column.index();
    double size = Math.max(spec.type(), spec.px(TITLE));
    List<String> titles = titles(scene.layout(), scene, c);
    String title = fitting(titles, column.title().w() / STRONG, size);
    if (title.isEmpty()) {
      return;
    }
    boolean chosen = c > 0 && scene.light().layer() == c - 1;
    brush.strong(title, column.title(), size, chosen ? Palette.accent() : Palette.text());
    if (scene.play().running() && scene.play().column() == c) {
      step(scene, column);
    } else {
      boolean named = c == 0 || title.length() > titles.get(titles.size() - 2).length();
      width(scene, column, named);
    }
  }

  /** From the longest to the number alone. */
  private static List<String> titles(StageLayout layout, Scene scene, int c) {
    if (c == 0) {
      String input = Texts.get("networkstage.title.input");
      return List.of(input, input, Texts.get("networkstage.title.input.short"));
    }
    String number = Numbers.count(c);
    Activation activation = scene.activation(c - 1);
    String plain = Texts.get("networkstage.title.layer", number);
    boolean last = c == layout.columns().size() - 1;
    if (activation == Activation.IDENTITY) {
      return last
          ? List.of(Texts.get("networkstage.title.output", number), plain, number)
          : List.of(plain, plain, number);
    }
    String with = Texts.get("networkstage.title.layerWith", number, activation.title());
    return last
        ? List.of(
            Texts.get("networkstage.title.outputWith", number, activation.title()),
            with,
            plain,
            number)
        : List.of(with, plain, number);
  }

  private void width(Scene scene, Column column, boolean named) {
    StageSpec spec = scene.layout().spec();
    int c = column.index();
    String number = Numbers.count(column.units());
    boolean plain = named || scene.activation(c - 1) == Activation.IDENTITY;
    String longest =
        plain
            ? Texts.get("networkstage.width", column.units(), number)
            : Texts.get("networkstage.width.with", number, scene.activation(c - 1).title());
    String text = fitting(List.of(longest, number), column.below().w(), spec.type());
    brush.text(text, column.below(), spec.type(), Palette.muted());
  }

  private void step(Scene scene, Column column) {
    StageSpec spec = scene.layout().spec();
    Flow.Step step = scene.play().step();
    String text =
        switch (step) {
          case MATMUL ->
              column.index() == 1
                  ? Texts.get("networkstage.step.matmul.first")
                  : Texts.get("networkstage.step.matmul");
          case BIAS -> Texts.get("networkstage.step.bias");
          case ACTIVATION -> scene.activation(column.index() - 1).title();
        };
    double width = brush.width(text, spec.type()) + spec.px(16);
    Box below = column.below();
    Box chip = Box.around(below.centerX(), below.centerY(), width, below.h() - spec.px(1));
    brush.fill(chip, Palette.accent(), chip.h() / 2);
    brush.text(text, chip, spec.type(), Palette.onAccent());
  }

  /** The figures under a column whose numbers are all there. */
  void counters(Scene scene, Column column) {
    StageSpec spec = scene.layout().spec();
    int lines = StageLayouts.counterLines(spec);
    int c = column.index();
    boolean whole = scene.trace().isPresent() && scene.play().progress().get(c) >= Flow.TICKS;
    if (lines == 0 || !whole) {
      return;
    }
    ColumnStats stats = scene.trace().get().stats(c);
    List<List<String>> texts = List.of(dead(stats), range(stats), spread(stats));
    double height = column.counters().h() / lines;
    for (int k = 0; k < lines; k++) {
      Box counters = column.counters();
      Box box = new Box(counters.x(), counters.y() + k * height, counters.w(), height);
      String text = fitting(texts.get(k), box.w(), spec.type());
      boolean loud = k == 0 && stats.dead() > 0;
      brush.text(text, box, spec.type(), loud ? Palette.text() : Palette.muted());
    }
  }

  private static List<String> dead(ColumnStats stats) {
    String dead = Numbers.count(stats.dead());
    String all = Numbers.count(stats.units());
    return List.of(
        Texts.get("networkstage.stats.dead", dead, all),
        Texts.get("networkstage.stats.dead.short", dead, all));
  }

  private static List<String> range(ColumnStats stats) {
    String min = figure(stats.min());
    String max = figure(stats.max());
    return List.of(
        Texts.get("networkstage.stats.range", min, max),
        Texts.get("networkstage.stats.range.short", min, max));
  }

  private static List<String> spread(ColumnStats stats) {
    String mean = figure(stats.mean());
    String std = figure(stats.std());
    return List.of(
        Texts.get("networkstage.stats.spread", mean, std),
        Texts.get("networkstage.stats.spread.short", mean, std));
  }

  private static String figure(double value) {
    return ShortNumbers.rounded(value, DIGITS);
  }

  /** Under each gap how many weights are drawn, where not all are. */
  void notes(Scene scene) {
    StageLayout layout = scene.layout();
    int columns = layout.columns().size();
    for (int l = 0; l < scene.edges().size(); l++) {
      if (scene.edges().get(l).isEmpty()) {
        continue;
      }
      EdgeSketch sketch = scene.edges().get(l).get();
      int drawn = EdgeBudget.of(sketch, columns);
      if (drawn < sketch.total()) {
        note(layout, l, Numbers.count(drawn), Numbers.count(sketch.total()));
      }
    }
  }

  private void note(StageLayout layout, int l, String drawn, String total) {
    StageSpec spec = layout.spec();
    Column before = layout.column(l);
    Column after = layout.column(l + 1);
    double middle = (before.out() + after.in()) / 2;
    double half = Math.min(middle - before.frame().centerX(), after.frame().centerX() - middle);
    Box box = new Box(middle - half, layout.notes().y(), 2 * half, layout.notes().h());
    if (box.x() < 0 || box.right() > spec.width()) {
      return;
    }
    List<String> texts =
        List.of(
            Texts.get("networkstage.edges", drawn, total),
            Texts.get("networkstage.edges.short", drawn, total));
    Color ink = Palette.muted();
    brush.text(fitting(texts, box.w(), spec.type()), box, spec.type(), ink);
  }

  /** The first of the texts that fits; empty if none does. */
  private String fitting(List<String> texts, double room, double size) {
    return texts.stream()
        .filter(text -> brush.width(text, size) <= room - size * 0.3)
        .findFirst()
        .orElse("");
  }
}
