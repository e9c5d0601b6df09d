package org.inferscope.tab.gpt2.states;

import java.awt.Color;
import java.util.List;
import org.inferscope.tab.gpt2.desk.StateNames;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.paint.Edge;
import org.inferscope.ui.paint.Pen;
import org.inferscope.ui.paint.Tones;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;
import org.inferscope.ui.theme.Role;

/**
 * Paints cosines as bars, teal for the followed token; those of tokens beside it as dots in their
 * colours. Event thread.
 */
final class CosinePainter {
  private static final double RADIUS = 3;

  private final Brush brush;

  CosinePainter(Brush brush) {
    this.brush = brush;
  }

  /**
   * Paints all of it.
   *
   * @param lit the transition under the pointer or the cursor, −1 for none
   * @param line which of the lines is lit there
   */
  void paint(CosineLayout layout, List<TokenLine> lines, int lit, int line) {
    brush.leading(
        Texts.get("gpt2states.axis.cosine"), layout.title(), layout.type(), Palette.muted());
    scale(layout);
    bars(layout, lines, lit);
    double unit = layout.unit();
    double zero = Math.round(layout.y(0));
    brush.fill(
        new Box(layout.plot().x(), zero - unit / 2, layout.plot().w(), 1.5 * unit),
        Palette.muted(),
        0);
    for (int i = lines.size() - 1; i > 0; i--) {
      dots(layout, lines, i);
    }
    if (lit >= 0 && line > 0 && line < lines.size()) {
      Box dot = layout.dot(lines, line, lit);
      brush.outline(dot.grown(3 * unit), Palette.accent(), dot.w(), 2 * unit);
    }
    names(layout);
    brush.text(
        Texts.get("gpt2states.axis.transition"), layout.axis(), layout.type(), Palette.muted());
  }

  private void scale(CosineLayout layout) {
    Box plot = layout.plot();
    Color grid =
        Metrics.isProjector()
            ? Tones.mixed(Palette.background(), Palette.cardBorder(), 0.4)
            : Palette.cardBorder();
    double high = layout.type();
    for (double tick = 1; tick > layout.low() - 1e-9; tick -= layout.step()) {
      double y = Math.round(layout.y(tick));
      brush.fill(new Box(plot.x(), y - layout.unit() / 2, plot.w(), layout.unit()), grid, 0);
      String text = Numbers.cell(tick);
      double w = text.length() * layout.type() * Brush.DIGIT_ASPECT;
      Box place = new Box(layout.scale().right() - w, y - high / 2, w, high);
      brush.number(text, place, layout.type(), Palette.muted());
    }
  }

  private void bars(CosineLayout layout, List<TokenLine> lines, int lit) {
    TokenLine line = lines.get(0);
    for (int i = 0; i < layout.bars(); i++) {
      double cosine = line.cosines().get(i);
      Box bar = layout.bar(i, cosine);
      Edge end = cosine < 0 ? Edge.BOTTOM : Edge.TOP;
      double radius = Math.min(RADIUS * layout.unit(), bar.w() / 2);
      brush.bar(bar, Role.COLUMN.fill(), radius, end);
      if (i == lit) {
        Box around = bar.grown(2 * layout.unit());
        brush.outline(around, Palette.accent(), radius, 2 * layout.unit());
      }
    }
    values(layout, line, lines.size() > 1);
  }

  /**
   * In the bars, or over those that are too low, if all of them have room; where dots stand at the
   * ends of the bars, at their feet and in them only.
   */
  private void values(CosineLayout layout, TokenLine line, boolean atTheFoot) {
    double slot = layout.plot().w() / layout.bars();
    double room = Math.min(slot, layout.bar(0, 1).w() - 2 * layout.unit());
    boolean hasNegative = line.cosines().stream().anyMatch(cosine -> cosine < 0);
    int digits = room >= width(layout, hasNegative ? "−0.00" : "0.00") ? 2 : 1;
    double high = layout.type() * 1.4;
    for (int i = 0; i < layout.bars(); i++) {
      double cosine = line.cosines().get(i);
      String text = Numbers.fixed(cosine, digits);
      Box bar = layout.bar(i, cosine);
      boolean inside = bar.h() >= (atTheFoot ? 2 : 1) * high + 2 * layout.unit();
      if (width(layout, text) > room || (atTheFoot && !inside)) {
        continue;
      }
      boolean isNegative = cosine < 0;
      double y = isNegative == atTheFoot ? bar.y() : bar.bottom() - high;
      if (!inside) {
        y = isNegative ? layout.y(0) - high : bar.y() - high;
      }
      Color ink = inside ? Role.COLUMN.on() : Palette.text();
      brush.number(text, new Box(bar.x(), y, bar.w(), high), layout.type(), ink);
    }
  }

  private static double width(CosineLayout layout, String text) {
    return text.length() * layout.type() * Brush.DIGIT_ASPECT;
  }

  private void dots(CosineLayout layout, List<TokenLine> lines, int of) {
    Color ink = lines.get(of).role().ink();
    for (int i = 0; i < layout.bars(); i++) {
      Box dot = layout.dot(lines, of, i);
      Box rim = dot.grown(layout.unit());
      brush.cell(rim, Palette.background(), Palette.background(), rim.w() / 2, 0);
      brush.cell(dot, ink, ink, dot.w() / 2, 0);
    }
  }

  /** From which layer to which, as many as have room. */
  private void names(CosineLayout layout) {
    List<String> states = StateNames.brief(layout.bars());
    String longest = name(states, layout.bars() - 1);
    double widest =
        Math.max(brush.width(name(states, 0), layout.type()), brush.width(longest, layout.type()));
    double slot = layout.plot().w() / layout.bars();
    int step = (int) Math.max(1, Math.ceil((widest + 8 * layout.unit()) / slot));
    for (int i = 0; i < layout.bars(); i += step) {
      Box place =
          Box.around(layout.slot(i).centerX(), layout.ticks().centerY(), widest, layout.type());
      Box line = new Box(layout.title().x(), place.y(), layout.title().w(), place.h());
      Box kept = place.clampedTo(line);
      brush.text(name(states, i), kept, layout.type(), Palette.muted());
    }
  }

  private static String name(List<String> states, int transition) {
    return Texts.get("gpt2states.transition", states.get(transition), states.get(transition + 1));
  }
}
