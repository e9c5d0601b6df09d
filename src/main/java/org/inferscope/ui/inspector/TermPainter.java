package org.inferscope.ui.inspector;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import org.inferscope.model.explain.Term;
import org.inferscope.tensor.Numbers;
import org.inferscope.ui.paint.TextLines;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;
import org.inferscope.ui.theme.Role;

/** Paints one term: where it was read from, its numbers, and a bar that starts at zero. */
final class TermPainter {
  private TermPainter() {}

  /**
   * Paints a row.
   *
   * @param labels the names of the term's sources
   * @param litChip the link that the keyboard is on, or −1
   */
  static void paint(
      Graphics2D g, Term term, TermRow row, List<String> labels, TermRanking scale, int litChip) {
    g.setFont(Fonts.text(Fonts.BODY));
    for (int i = 0; i < row.chips().size(); i++) {
      chip(g, labels.get(i), row.chips().get(i), i == litChip, g.getFontMetrics());
    }
    g.setFont(Fonts.mono(Fonts.BODY));
    FontMetrics metrics = g.getFontMetrics();
    String numbers = row.chips().isEmpty() ? term.label() + "  " + term.numbers() : term.numbers();
    g.setColor(Palette.muted());
    text(g, TextLines.cut(numbers.strip(), metrics, row.numbers().width), row.numbers(), metrics);
    g.setColor(Palette.text());
    text(g, Numbers.cell(term.contribution()), row.contribution(), metrics);
    bar(g, term.contribution(), row.bar(), scale);
  }

  private static void chip(
      Graphics2D g, String label, Rectangle place, boolean lit, FontMetrics metrics) {
    float arc = Metrics.px(8f);
    g.setColor(lit ? Palette.accent() : Palette.accentSoft());
    g.fill(new RoundRectangle2D.Float(place.x, place.y, place.width, place.height, arc, arc));
    g.setColor(lit ? Palette.onAccent() : Palette.text());
    Rectangle inner = new Rectangle(place);
    inner.x += (place.width - metrics.stringWidth(label)) / 2;
    text(g, label, inner, metrics);
  }

  private static void text(Graphics2D g, String text, Rectangle place, FontMetrics metrics) {
    int y = place.y + (place.height - metrics.getHeight()) / 2 + metrics.getAscent();
    g.drawString(text, place.x, y);
  }

  private static void bar(Graphics2D g, double value, Rectangle room, TermRanking scale) {
    double zero = room.x + scale.zero() * room.width;
    double end = room.x + scale.scale(value) * room.width;
    Color fill = value < 0 ? Role.COLUMN.fill() : Role.ROW.fill();
    double arc = Metrics.px(4f);
    g.setColor(Palette.cardBorder());
    g.fill(new Rectangle2D.Double(room.x, room.y + room.height / 2.0 - 0.5, room.width, 1));
    g.setColor(fill);
    double width = Math.max(Math.abs(end - zero), value == 0 ? 0 : 1);
    g.fill(new RoundRectangle2D.Double(Math.min(zero, end), room.y, width, room.height, arc, arc));
    g.setColor(Palette.muted());
    g.fill(new Rectangle2D.Double(zero - 0.5, room.y - 2, Metrics.px(1f), room.height + 4));
  }
}
