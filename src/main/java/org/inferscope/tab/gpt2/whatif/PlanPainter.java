package org.inferscope.tab.gpt2.whatif;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.inferscope.model.gpt2.whatif.Part;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.paint.Edge;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;
import org.jspecify.annotations.Nullable;

/** Paints the plan of the model: what is taken away as holes, the rest by what it does. */
final class PlanPainter {
  private static final double RADIUS = 4;

  /** Smaller changes have no digit among two decimals. */
  private static final double VANISHING = 0.005;

  /** Where colours end below this, it is the small changes that are looked at. */
  private static final double FAINT = 0.02;

  /** From 9.5 on a digit is the next power's. */
  private static final double ROUNDED_UP = 10 / 9.5;

  private static final int DECIMALS = 2;
  private static final String SMALLEST = "−0.00";

  /** Of how many boxes the strip of colours is made. */
  private static final int SHADES = 48;

  private static final double WIDEST_LEGEND = 96;

  private final Brush brush;
  private final ChangeColours colours = new ChangeColours();

  PlanPainter(Brush brush) {
    this.brush = brush;
  }

  /**
   * Paints it.
   *
   * @param lit the part under the pointer, if any
   * @param cursor the part in focus, if any
   */
  void paint(PlanLayout layout, PlanScene scene, @Nullable Part lit, @Nullable Part cursor) {
    tokens(layout, scene);
    names(layout, scene);
    cells(layout, scene);
    if (scene.changes() != null && !layout.legend().isEmpty()) {
      legend(layout, scene.limit(), scene.legend());
    }
    ring(layout, scene.selected(), Palette.muted(), 1.2);
    ring(layout, lit, Palette.text(), 2);
    ring(layout, cursor, Palette.accent(), 2);
  }

  private void ring(PlanLayout layout, @Nullable Part part, Color color, double width) {
    Box box = part == null ? Box.EMPTY : layout.box(part);
    if (!box.isEmpty()) {
      double unit = layout.unit();
      brush.outline(box.grown(unit), color, RADIUS * unit, width * unit);
    }
  }

  private void tokens(PlanLayout layout, PlanScene scene) {
    double unit = layout.unit();
    for (int k = 0; k < layout.chips().size(); k++) {
      int position = layout.first() + k;
      Box chip = layout.chips().get(k);
      boolean away = scene.away().has(new Part.Token(position));
      if (away) {
        hole(chip, unit);
      } else {
        brush.cell(chip, Palette.card(), Palette.cellBorder(), RADIUS * unit, unit);
      }
      Box inside = new Box(chip.x() + 6 * unit, chip.y(), chip.w() - 12 * unit, chip.h());
      Color ink = away ? Palette.muted() : Palette.text();
      brush.leading(scene.words().get(position), inside, layout.type(), ink);
      if (away) {
        double y = chip.centerY();
        brush.line(inside.x(), y, inside.right(), y, Palette.text(), 1.5 * unit);
      }
      if (position == scene.followed()) {
        Box bar = new Box(chip.x() + 3 * unit, chip.bottom() - 3 * unit, chip.w() - 6 * unit, 0);
        brush.fill(new Box(bar.x(), bar.y(), bar.w(), 2 * unit), Palette.accent(), 0);
      }
    }
    arrow(layout.less(), Edge.LEFT, unit);
    arrow(layout.more(), Edge.RIGHT, unit);
  }

  private void arrow(Box box, Edge to, double unit) {
    if (!box.isEmpty()) {
      Box tip = Box.around(box.centerX(), box.centerY(), 6 * unit, 10 * unit);
      brush.arrow(tip, Palette.muted(), to);
    }
  }

  private void names(PlanLayout layout, PlanScene scene) {
    double type = layout.type();
    int rows = PlanLayout.every(layout.heads().cellH(), type * 1.1);
    for (int layer = 0; layer < scene.layers(); layer += rows) {
      Box row = layout.heads().row(layer);
      Box place =
          Box.around(
              layout.gutter().centerX(),
              row.centerY(),
              layout.gutter().w() - 8 * layout.unit(),
              type);
      brush.number(String.valueOf(layer), place, type, Palette.muted());
    }
    int columns = PlanLayout.every(layout.heads().cellW(), type * Brush.DIGIT_ASPECT * 2.6);
    for (int head = 0; head < scene.heads(); head += columns) {
      Box column = layout.heads().column(head);
      Box place = new Box(column.x(), layout.header().y(), column.w(), layout.header().h());
      brush.number(String.valueOf(head), place, type, Palette.muted());
    }
    Box column = layout.mlps().column(0);
    Box place = new Box(column.x(), layout.header().y(), column.w(), layout.header().h());
    brush.text(Texts.get("whatif.plan.mlp"), place, type, Palette.muted());
  }

  /** First all grounds, then all numbers: going from one to the other costs more than either. */
  private void cells(PlanLayout layout, PlanScene scene) {
    colours.refresh();
    double unit = layout.unit();
    double radius = Math.min(RADIUS * unit, layout.heads().cellH() / 4);
    Color edge = Palette.cellBorder();
    List<Part> away = new ArrayList<>();
    for (Part part : scene.parts()) {
      if (scene.away().has(part)) {
        away.add(part);
      } else {
        Color fill =
            scene
                .change(part)
                .map(each -> colours.fill(each, scene.limit()))
                .orElseGet(Palette::cell);
        brush.cell(layout.box(part), fill, edge, radius, unit);
      }
    }
    numbers(layout, scene);
    for (Part part : away) {
      hole(layout.box(part), unit);
      cross(layout.box(part), unit);
    }
  }

  private void numbers(PlanLayout layout, PlanScene scene) {
    double type = layout.type();
    if (scene.changes() == null || layout.heads().cellH() < type * 1.1) {
      return;
    }
    for (Part part : scene.parts()) {
      if (!scene.away().has(part)) {
        Box box = layout.box(part);
        double digits = (box.w() - 2 * layout.unit()) / (type * Brush.DIGIT_ASPECT);
        scene
            .change(part)
            .ifPresent(
                each ->
                    brush.number(
                        number(each, digits, scene.limit()),
                        box,
                        type,
                        colours.ink(each, scene.limit())));
      }
    }
  }

  /**
   * Two decimals, or fewer for a large number, and a digit with its power of ten where all are so
   * small that two decimals would make nothing of them; empty where not even small numbers have
   * room for two, so that a plan has them all alike or none.
   *
   * @param digits how many there is room for
   * @param limit the change that the strongest colour stands for
   */
  static String number(double change, double digits, double limit) {
    if (digits < SMALLEST.length()) {
      return "";
    }
    if (limit < FAINT && change != 0 && Math.abs(change) < VANISHING) {
      int power = (int) Math.floor(Math.log10(Math.abs(change) * ROUNDED_UP));
      String text = Numbers.fixed(change / Math.pow(10, power), 0) + "e" + Numbers.fixed(power, 0);
      if (text.length() <= digits) {
        return text;
      }
    }
    for (int decimals = DECIMALS; decimals >= 0; decimals--) {
      String text = Numbers.fixed(change, decimals);
      if (text.length() <= digits) {
        return text;
      }
    }
    return "";
  }

  /** What is taken away leaves a hole. */
  private void hole(Box box, double unit) {
    brush.fill(box, Palette.background(), RADIUS * unit);
    if (Math.min(box.w(), box.h()) >= 8 * unit) {
      brush.dashed(box, Palette.text(), RADIUS * unit, 1.2 * unit);
    } else {
      brush.outline(box, Palette.text(), 0, unit);
    }
  }

  private void cross(Box box, double unit) {
    double arm = Math.min(5 * unit, Math.min(box.w(), box.h()) / 3);
    double x = box.centerX();
    double y = box.centerY();
    double width = Math.min(2 * unit, arm / 2);
    brush.line(x - arm, y - arm, x + arm, y + arm, Palette.text(), width);
    brush.line(x - arm, y + arm, x + arm, y - arm, Palette.text(), width);
  }

  /** The colours from the lowest to the highest change, with both ends and zero labelled. */
  private void legend(PlanLayout layout, double limit, String words) {
    Box legend = layout.legend();
    double type = layout.type();
    String low = Numbers.cell(-limit);
    String high = "+" + Numbers.cell(limit);
    double side = Math.max(low.length(), high.length()) * type * Brush.DIGIT_ASPECT;
    double gap = 6 * layout.unit();
    double wide = Math.min(WIDEST_LEGEND * layout.unit(), legend.w() - 2 * (side + gap));
    if (wide < 24 * layout.unit()) {
      return;
    }
    brush.number(low, new Box(legend.x(), legend.y(), side, legend.h()), type, Palette.muted());
    double height = 8 * layout.unit();
    double x = legend.x() + side + gap;
    double shade = wide / SHADES;
    for (int k = 0; k < SHADES; k++) {
      Color color = Palette.signed().at(2.0 * k / (SHADES - 1) - 1);
      brush.fill(
          new Box(x + k * shade, legend.centerY() - height / 2, shade + 1, height), color, 0);
    }
    brush.outline(
        new Box(x, legend.centerY() - height / 2, wide + 1, height),
        Palette.cellBorder(),
        0,
        Metrics.scale());
    Box end = new Box(x + wide + gap, legend.y(), side, legend.h());
    brush.number(high, end, type, Palette.muted());
    double from = end.right() + 2 * gap;
    if (from + brush.width(words, type) <= legend.right()) {
      brush.leading(
          words,
          new Box(from, legend.y(), legend.right() - from, legend.h()),
          type,
          Palette.muted());
    }
  }
}
